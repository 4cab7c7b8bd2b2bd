/* A disk that fails on command, for the fault suite: preload it, arm it, and count every write, sync and name change
 * below one folder. What is not below that folder is left alone. One thread per process writes while it is armed.
 *
 * A power cut is more than a kill: what was written but not synced may be gone. So the shim remembers, for each file,
 * what stood there before each write since the last sync, and takes a part of it back before it kills the process. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { COUNT, KILL_BEFORE, KILL_AFTER, TORN, POWER_CUT, FULL_ONCE, FULL, BROKEN_ONCE, BROKEN, NO_INODES, READ_ONLY, SLOW };
enum { SECTOR = 512, FILES = 1024 };

struct before { struct before *earlier; off_t at, size; size_t length; unsigned char bytes[]; };
struct file { int tracked; dev_t device; ino_t inode; struct before *unsynced; };

static char folder[PATH_MAX];
static long countdown, seen;
static int mode = -1;
static uint64_t chance;
static long clock_offset;
static struct file files[FILES];

#define REAL(name) static __typeof__(name) *real_##name; if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name)

void fault_arm(const char *below, long at, int what, uint64_t seed) {
    snprintf(folder, sizeof folder, "%s", below);
    countdown = at; mode = what; chance = seed * 2654435761u + 88172645463325252u; seen = 0;
}
long fault_seen(void) { return seen; }
void fault_disarm(void) { mode = -1; }
void fault_clock(long seconds) { clock_offset = seconds; }

static uint64_t next_chance(void) { chance ^= chance << 13; chance ^= chance >> 7; chance ^= chance << 17; return chance; }

static struct file *tracked(int fd) { return mode >= 0 && fd >= 0 && fd < FILES && files[fd].tracked ? &files[fd] : NULL; }

/* The same inode may be open twice: what is unsynced hangs at the first of its descriptors. */
static struct file *owner(int fd) {
    for (int one = 0; one < FILES; one++)
        if (files[one].tracked && files[one].inode == files[fd].inode && files[one].device == files[fd].device) return &files[one];
    return &files[fd];
}

static void remember(int fd, off_t at, size_t length) {
    REAL(pread);
    struct stat now;
    if (fstat(fd, &now)) return;
    struct before *old = malloc(sizeof *old + length);
    memset(old->bytes, 0, length);
    old->at = at; old->length = length; old->size = now.st_size;
    if (length && real_pread(fd, old->bytes, length, at) < 0) { free(old); return; }
    struct file *file = owner(fd);
    old->earlier = file->unsynced;
    file->unsynced = old;
}

static void forget(int fd) {
    struct file *file = owner(fd);
    while (file->unsynced) { struct before *old = file->unsynced; file->unsynced = old->earlier; free(old); }
}

/* Each sector written since the last sync is lost or kept by chance: disks promise no order before a sync. */
static void lose_unsynced(void) {
    REAL(pwrite); REAL(ftruncate);
    for (int fd = 0; fd < FILES; fd++) {
        if (!files[fd].tracked || !files[fd].unsynced) continue;
        int all = next_chance() % 2;
        for (struct before *old = files[fd].unsynced; old; old = old->earlier) {
            for (size_t from = 0; from < old->length; from += SECTOR) {
                size_t length = old->length - from < SECTOR ? old->length - from : SECTOR;
                off_t at = old->at + (off_t)from;
                if (!all && next_chance() % 2) continue;
                if (at < old->size) real_pwrite(fd, old->bytes + from, at + (off_t)length > old->size ? (size_t)(old->size - at) : length, at);
                else { static unsigned char zeros[SECTOR]; real_pwrite(fd, zeros, length, at); }
            }
            if (all) real_ftruncate(fd, old->size);
        }
    }
}

static void die(void) { if (mode == POWER_CUT) lose_unsynced(); kill(getpid(), SIGKILL); for (;;) pause(); }

/* 0: go on. Otherwise the errno to fail with. `writes`: bytes or names are added, which a full disk refuses. */
static int before_call(int writes) {
    seen++;
    int now = seen == countdown, since = countdown && seen >= countdown;
    if (now && (mode == KILL_BEFORE || mode == POWER_CUT)) die();
    if (writes && ((now && mode == FULL_ONCE) || (since && mode == FULL))) return ENOSPC;
    if ((now && mode == BROKEN_ONCE) || (since && mode == BROKEN)) return EIO;
    if (mode == READ_ONLY && writes) return EROFS;
    return 0;
}
static void after_call(void) { if (seen == countdown && mode == KILL_AFTER) die(); }

static void note_open(int fd, const char *path) {
    char whole[PATH_MAX];
    struct stat now;
    if (fd < 0 || fd >= FILES || mode < 0 || !folder[0]) return;
    files[fd].tracked = 0;
    if (!realpath(path, whole) || strncmp(whole, folder, strlen(folder)) || fstat(fd, &now) || !S_ISREG(now.st_mode)) return;
    files[fd] = (struct file){1, now.st_dev, now.st_ino, NULL};
}

static int below(const char *path) {
    char whole[PATH_MAX], *slash;
    if (mode < 0 || !folder[0]) return 0;
    snprintf(whole, sizeof whole, "%s", path);
    if ((slash = strrchr(whole, '/'))) *slash = 0;
    char real[PATH_MAX];
    return slash && realpath(whole, real) && !strncmp(real, folder, strlen(folder));
}

static int open_fails(const char *path, int flags) {
    if (!below(path)) return 0;
    int there = access(path, F_OK) == 0, saved = errno;
    if (mode == READ_ONLY && ((flags & O_ACCMODE) != O_RDONLY || (!there && flags & O_CREAT))) return EROFS;
    if (flags & O_CREAT && !there) {
        if (mode == NO_INODES) return ENOSPC;
        errno = saved;
        return before_call(1);
    }
    errno = saved;
    return 0;
}

#define OPEN(name)                                                                                      \
    int name(const char *path, int flags, ...) {                                                        \
        REAL(name);                                                                                     \
        va_list more; va_start(more, flags); mode_t bits = va_arg(more, mode_t); va_end(more);         \
        int wrong = open_fails(path, flags);                                                            \
        if (wrong) { errno = wrong; return -1; }                                                        \
        int fd = real_##name(path, flags, bits), saved = errno;                                         \
        note_open(fd, path);                                                                            \
        errno = saved;                                                                                  \
        return fd;                                                                                      \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    REAL(close);
    if (fd >= 0 && fd < FILES && files[fd].tracked) {
        struct before *left = files[fd].unsynced;
        files[fd].tracked = 0; files[fd].unsynced = NULL;
        if (left) for (int one = 0; one < FILES; one++)
            if (files[one].tracked && files[one].inode == files[fd].inode && !files[one].unsynced) { files[one].unsynced = left; break; }
    }
    return real_close(fd);
}

static ssize_t written(int fd, const void *bytes, size_t length, off_t at, ssize_t (*real)(int, const void *, size_t, off_t)) {
    int wrong = before_call(1);
    if (wrong) { errno = wrong; return -1; }
    remember(fd, at, length);
    if (seen == countdown && mode == TORN) {
        size_t sectors = length / SECTOR;
        real(fd, bytes, sectors ? (next_chance() % sectors) * SECTOR : length / 2, at);
        die();
    }
    ssize_t done = real(fd, bytes, length, at);
    after_call();
    return done;
}

#define PWRITE(name, offset)                                                            \
    ssize_t name(int fd, const void *bytes, size_t length, offset at) {                 \
        REAL(name);                                                                     \
        return tracked(fd) ? written(fd, bytes, length, at, real_##name) : real_##name(fd, bytes, length, at); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t length) {
    REAL(write);
    if (!tracked(fd)) return real_write(fd, bytes, length);
    int wrong = before_call(1);
    if (wrong) { errno = wrong; return -1; }
    remember(fd, lseek(fd, 0, SEEK_CUR), length);
    ssize_t done = real_write(fd, bytes, seen == countdown && mode == TORN ? length / 2 : length);
    if (seen == countdown && mode == TORN) die();
    after_call();
    return done;
}

#define TRUNCATE(name, offset)                                                          \
    int name(int fd, offset size) {                                                     \
        REAL(name);                                                                     \
        if (!tracked(fd)) return real_##name(fd, size);                                 \
        int wrong = before_call(1);                                                     \
        if (wrong) { errno = wrong; return -1; }                                        \
        struct stat now;                                                                \
        if (!fstat(fd, &now) && now.st_size > size) remember(fd, size, (size_t)(now.st_size - size)); \
        int done = real_##name(fd, size);                                               \
        after_call();                                                                   \
        return done;                                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                      \
    int name(int fd) {                                                                  \
        REAL(name);                                                                     \
        if (!tracked(fd)) return real_##name(fd);                                       \
        int wrong = before_call(0);                                                     \
        if (wrong) { errno = wrong; return -1; }                                        \
        if (mode == SLOW) { struct timespec wait = {0, 50 * 1000000L}; nanosleep(&wait, NULL); } \
        int done = real_##name(fd);                                                     \
        forget(fd);                                                                     \
        after_call();                                                                   \
        return done;                                                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    REAL(unlink);
    if (!below(path)) return real_unlink(path);
    int wrong = before_call(0);
    if (wrong || mode == READ_ONLY) { errno = wrong ? wrong : EROFS; return -1; }
    int done = real_unlink(path);
    after_call();
    return done;
}

int rename(const char *from, const char *to) {
    REAL(rename);
    if (!below(to)) return real_rename(from, to);
    int wrong = before_call(1);
    if (wrong) { errno = wrong; return -1; }
    int done = real_rename(from, to);
    after_call();
    return done;
}

int clock_gettime(clockid_t which, struct timespec *now) {
    REAL(clock_gettime);
    int done = real_clock_gettime(which, now);
    if (!done && which == CLOCK_REALTIME) now->tv_sec += clock_offset;
    return done;
}
