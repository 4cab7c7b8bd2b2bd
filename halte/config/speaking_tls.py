"""What a server needs to speak TLS, from a certificate with its key. It knows no data key and asks for none."""

import os
import ssl


def context(key_and_certificate: bytes) -> ssl.SSLContext:
    """A server's context for a private key and its certificate, both in PEM. Neither passes through a file."""
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    descriptor = os.memfd_create("halte-tls", os.MFD_CLOEXEC)
    try:
        os.write(descriptor, key_and_certificate)
        # OpenSSL reads from a path only; this one is memory.
        made.load_cert_chain(f"/proc/self/fd/{descriptor}")
    finally:
        os.close(descriptor)
    return made
