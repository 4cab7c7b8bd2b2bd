-- Halte 0.1.0: every table, two houses with a row in each. Written by `make keep`, never by hand.
-- Migrations: 1721314246fbf94aea3a9e4c95b0d2231a776df293b6998e4b8251b89fe7e5f1
BEGIN;
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_badge" ("id" char(32) NOT NULL PRIMARY KEY, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "secret_hash" BLOB NOT NULL UNIQUE, "digits_key" BLOB NOT NULL, "wrong" smallint unsigned NOT NULL CHECK ("wrong" >= 0), "made_by" char(32) NOT NULL, "made_at" datetime NOT NULL, "until" datetime NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "staff_id" char(32) NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_device" ("id" char(32) NOT NULL PRIMARY KEY, "label" varchar(40) NOT NULL, "kind" varchar(10) NOT NULL, "token_hash" BLOB NOT NULL UNIQUE, "roles" text NOT NULL CHECK ((JSON_VALID("roles") OR "roles" IS NULL)), "made_by" char(32) NOT NULL, "made_at" datetime NOT NULL, "until" datetime NULL, "revoked_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_invitation" ("id" char(32) NOT NULL PRIMARY KEY, "token_hash" BLOB NOT NULL UNIQUE, "role" varchar(20) NOT NULL, "days" smallint unsigned NULL CHECK ("days" >= 0), "invited_by" char(32) NOT NULL, "expires_at" datetime NOT NULL, "revoked_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "used_by_id" char(32) NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_membership" ("id" char(32) NOT NULL PRIMARY KEY, "role" varchar(20) NOT NULL, "since" date NOT NULL, "until" date NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "staff_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_staff" ("id" char(32) NOT NULL PRIMARY KEY, "sign_in_name" varchar(40) NOT NULL, "called" varchar(40) NOT NULL, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "language" varchar(10) NOT NULL, "is_active" bool NOT NULL, "made_at" datetime NOT NULL, CONSTRAINT "one_account_per_sign_in_name" UNIQUE ("sign_in_name"));
CREATE TABLE "advice_appointment" ("id" char(32) NOT NULL PRIMARY KEY, "adviser" char(32) NOT NULL, "starts_at" datetime NOT NULL, "on" date NOT NULL, "quarters" smallint unsigned NOT NULL CHECK ("quarters" >= 0), "state" varchar(15) NOT NULL, "booked_at" datetime NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "an_appointment_has_a_length" CHECK (("quarters" >= 1 AND "quarters" <= 16)));
CREATE TABLE "advice_appointmentcell" ("id" char(32) NOT NULL PRIMARY KEY, "adviser" char(32) NOT NULL, "starts_at" datetime NOT NULL, "ended_at" datetime NULL, "appointment_id" char(32) NOT NULL REFERENCES "advice_appointment" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "advice_away" ("id" char(32) NOT NULL PRIMARY KEY, "adviser" char(32) NOT NULL, "since" date NOT NULL, "until" date NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "away_ends_after_it_begins" CHECK ("until" >= ("since")));
CREATE TABLE "advice_deadline" ("id" char(32) NOT NULL PRIMARY KEY, "case" varchar(7) NOT NULL, "matter" varchar(24) NOT NULL, "adviser" char(32) NOT NULL, "stand_in" char(32) NULL, "due_at" datetime NOT NULL, "certainty" varchar(10) NOT NULL, "written_at" datetime NOT NULL, "sent_at" datetime NULL, "receipt" varchar(40) NOT NULL, "not_sent" varchar(12) NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "over_with_a_receipt_or_a_reason" CHECK ((("ended_at" IS NULL AND "not_sent" = '' AND "receipt" = '' AND "sent_at" IS NULL) OR ("ended_at" IS NOT NULL AND "not_sent" = '' AND "sent_at" IS NOT NULL AND NOT ("receipt" = '')) OR ("ended_at" IS NOT NULL AND "receipt" = '' AND "sent_at" IS NULL AND NOT ("not_sent" = '')))));
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "axes_accessattempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "get_data" text NOT NULL, "post_data" text NOT NULL, "failures_since_start" integer unsigned NOT NULL CHECK ("failures_since_start" >= 0));
CREATE TABLE "axes_accessattemptexpiration" ("access_attempt_id" integer NOT NULL PRIMARY KEY REFERENCES "axes_accessattempt" ("id") DEFERRABLE INITIALLY DEFERRED, "expires_at" datetime NOT NULL);
CREATE TABLE "axes_accessfailurelog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "locked_out" bool NOT NULL);
CREATE TABLE "axes_accesslog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_agent" varchar(255) NOT NULL, "ip_address" char(39) NULL, "username" varchar(255) NULL, "http_accept" varchar(1025) NOT NULL, "path_info" varchar(255) NOT NULL, "attempt_time" datetime NOT NULL, "logout_time" datetime NULL, "session_hash" varchar(64) NOT NULL);
CREATE TABLE "common_cache" (
    "cache_key" varchar(255) NOT NULL PRIMARY KEY,
    "value" text NOT NULL,
    "expires" datetime NOT NULL
);
CREATE TABLE "common_datakey" ("id" char(32) NOT NULL PRIMARY KEY, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "box" BLOB NOT NULL);
CREATE TABLE "common_jobrun" ("id" char(32) NOT NULL PRIMARY KEY, "job" varchar(60) NOT NULL, "due" datetime NOT NULL, "taken_at" datetime NOT NULL, "done_at" datetime NULL, CONSTRAINT "one_run_per_due_moment" UNIQUE ("job", "due"));
CREATE TABLE "common_wrongtickets" ("id" char(32) NOT NULL PRIMARY KEY, "quarter" datetime NOT NULL UNIQUE, "tries" integer unsigned NOT NULL CHECK ("tries" >= 0));
CREATE TABLE "complaints_complaint" ("id" char(32) NOT NULL PRIMARY KEY, "said_on" date NOT NULL, "about" varchar(20) NOT NULL, "language" varchar(10) NOT NULL, "words_box" BLOB NOT NULL, "has_voice" bool NOT NULL, "ticket_key" BLOB NOT NULL UNIQUE, "answer_box" BLOB NULL, "answered_on" date NULL, "closed_on" date NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "complaints_mayread" ("id" char(32) NOT NULL PRIMARY KEY, "staff" char(32) NOT NULL, "complaint_id" char(32) NOT NULL REFERENCES "complaints_complaint" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "lent_once_to_a_reader" UNIQUE ("complaint_id", "staff"));
CREATE TABLE "complaints_reader" ("id" char(32) NOT NULL PRIMARY KEY, "since" datetime NOT NULL, "staff_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_reader_once" UNIQUE ("staff_id"));
CREATE TABLE "complaints_voice" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(40) NOT NULL, "sound_box" BLOB NOT NULL, "complaint_id" char(32) NOT NULL UNIQUE REFERENCES "complaints_complaint" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "emergency_helpcall" ("id" char(32) NOT NULL PRIMARY KEY, "at" datetime NOT NULL, "by" char(32) NOT NULL, "language" varchar(10) NOT NULL, "over_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "emergency_papervisit" ("id" char(32) NOT NULL PRIMARY KEY, "at" datetime NOT NULL, "on" date NOT NULL, "paper" varchar(20) NOT NULL, "outcome" varchar(20) NOT NULL, "answered_by_1" char(32) NOT NULL, "answered_by_2" char(32) NULL, "agreed_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "two_different_people_answer" CHECK (("answered_by_2" IS NULL OR NOT ("answered_by_2" = ("answered_by_1") AND "answered_by_2" IS NOT NULL))));
CREATE TABLE "emergency_sitenumbers" ("id" char(32) NOT NULL PRIMARY KEY, "manager" varchar(40) NOT NULL, "lawyer" varchar(40) NOT NULL, "interpreters" varchar(40) NOT NULL, "paid_line" varchar(40) NOT NULL, "paid_code" varchar(40) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_list_of_numbers_per_site" UNIQUE ("site_id"));
CREATE TABLE "emergency_speaks" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(10) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "staff_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "speaks_a_language_once" UNIQUE ("site_id", "staff_id", "language"));
CREATE TABLE "emergency_trained" ("id" char(32) NOT NULL PRIMARY KEY, "what" varchar(20) NOT NULL, "on" date NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "staff_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "trained_once_in_one_thing" UNIQUE ("site_id", "staff_id", "what"));
CREATE TABLE "funding_agreement" ("id" char(32) NOT NULL PRIMARY KEY, "title" varchar(120) NOT NULL, "currency" varchar(3) NOT NULL, "amount_cents" bigint unsigned NOT NULL CHECK ("amount_cents" >= 0), "starts_on" date NOT NULL, "ends_on" date NOT NULL, CONSTRAINT "an_agreement_ends_after_it_starts" CHECK ("starts_on" <= ("ends_on")), CONSTRAINT "an_agreement_has_an_amount" CHECK ("amount_cents" >= 1), CONSTRAINT "one_agreement_per_title_and_start" UNIQUE ("title", "starts_on"));
CREATE TABLE "funding_expense" ("id" char(32) NOT NULL PRIMARY KEY, "what" varchar(120) NOT NULL, "currency" varchar(3) NOT NULL, "cents" bigint NOT NULL, "paid_on" date NOT NULL, "covers_from" date NULL, "covers_until" date NULL, "purpose" varchar(20) NOT NULL, "clause" varchar(40) NOT NULL, "proof_reference" varchar(80) NOT NULL, "proof_digest" BLOB NULL, "recorded_by" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "corrects_id" char(32) NULL REFERENCES "funding_expense" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "only_a_correction_lowers_a_cost" CHECK ((("cents" >= 1 AND "corrects_id" IS NULL) OR ("corrects_id" IS NOT NULL AND NOT ("cents" = 0)))), CONSTRAINT "a_cost_ends_after_it_begins" CHECK ((("covers_from" IS NULL AND "covers_until" IS NULL) OR ("covers_from" IS NOT NULL AND "covers_until" >= ("covers_from")))));
CREATE TABLE "funding_payer" ("id" char(32) NOT NULL PRIMARY KEY, "name" varchar(80) NOT NULL, "weight" integer unsigned NOT NULL CHECK ("weight" >= 0), "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "agreement_id" char(32) NOT NULL REFERENCES "funding_agreement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_payer_once_in_an_agreement" UNIQUE ("agreement_id", "name"), CONSTRAINT "one_payer_per_position" UNIQUE ("agreement_id", "position"));
CREATE TABLE "funding_receipt" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(20) NOT NULL, "size" integer unsigned NOT NULL CHECK ("size" >= 0), "box" BLOB NOT NULL, "expense_id" char(32) NOT NULL UNIQUE REFERENCES "funding_expense" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "funding_share" ("id" char(32) NOT NULL PRIMARY KEY, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "currency" varchar(3) NOT NULL, "cents" bigint NOT NULL, "owed_currency" varchar(3) NOT NULL, "owed_cents" bigint NOT NULL, "rate_currency" varchar(3) NOT NULL, "rate" decimal NOT NULL, "rate_on" date NOT NULL, "rate_source" varchar(80) NOT NULL, "expense_id" char(32) NOT NULL REFERENCES "funding_expense" ("id") DEFERRABLE INITIALLY DEFERRED, "payer_id" char(32) NOT NULL REFERENCES "funding_payer" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "no_expense_shared_twice" UNIQUE ("expense_id", "position"), CONSTRAINT "one_share_per_payer" UNIQUE ("expense_id", "payer_id"));
CREATE TABLE "goods_distribution" ("id" char(32) NOT NULL PRIMARY KEY, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "left" integer NOT NULL, "on" date NOT NULL, "starts_at" datetime NOT NULL, "place" varchar(10) NOT NULL, "announced_at" datetime NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" char(32) NOT NULL REFERENCES "goods_variant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_distribution_has_something" CHECK ("quantity" >= 1), CONSTRAINT "no_number_without_a_thing" CHECK (("left" >= 0 AND "left" <= ("quantity"))));
CREATE TABLE "goods_distributionnumber" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "taken_at" datetime NOT NULL, "given_at" datetime NULL, "ended_at" datetime NULL, "distribution_id" char(32) NOT NULL REFERENCES "goods_distribution" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "goods_given" ("id" char(32) NOT NULL PRIMARY KEY, "quantity" smallint unsigned NOT NULL CHECK ("quantity" >= 0), "reason" varchar(10) NOT NULL, "at" datetime NOT NULL, "on" date NOT NULL, "ended_at" datetime NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" char(32) NOT NULL REFERENCES "goods_variant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "something_is_given" CHECK ("quantity" >= 1));
CREATE TABLE "goods_kind" ("id" char(32) NOT NULL PRIMARY KEY, "code" varchar(30) NOT NULL, "pictogram" varchar(20) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "in_winter" bool NOT NULL, "in_summer" bool NOT NULL, "given_as" varchar(10) NOT NULL, CONSTRAINT "one_kind_per_code" UNIQUE ("code"));
CREATE TABLE "goods_kindname" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(10) NOT NULL, "name" varchar(60) NOT NULL, "kind_id" char(32) NOT NULL REFERENCES "goods_kind" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_name_per_language" UNIQUE ("kind_id", "language"));
CREATE TABLE "goods_movement" ("id" char(32) NOT NULL PRIMARY KEY, "quantity" integer NOT NULL, "reason" varchar(20) NOT NULL, "at" datetime NOT NULL, "on" date NOT NULL, "line" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" char(32) NOT NULL REFERENCES "goods_variant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_movement_moves" CHECK (NOT ("quantity" = 0)));
CREATE TABLE "goods_stock" ("id" char(32) NOT NULL PRIMARY KEY, "balance" integer NOT NULL, "promised" integer NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" char(32) NOT NULL REFERENCES "goods_variant" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_stock_per_variant" UNIQUE ("site_id", "variant_id"), CONSTRAINT "stock_never_negative" CHECK ("balance" >= 0), CONSTRAINT "nothing_less_than_nothing_is_promised" CHECK ("promised" >= 0), CONSTRAINT "stock_keeps_what_is_promised" CHECK (("balance" < 0 OR "balance" >= ("promised"))));
CREATE TABLE "goods_variant" ("id" char(32) NOT NULL PRIMARY KEY, "size" varchar(12) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind_id" char(32) NOT NULL REFERENCES "goods_kind" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_variant_per_size" UNIQUE ("kind_id", "size"));
CREATE TABLE "governance_commitment" ("id" char(32) NOT NULL PRIMARY KEY, "places" integer unsigned NOT NULL CHECK ("places" >= 0), "since" date NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "decision_id" char(32) NOT NULL REFERENCES "governance_decision" ("id") DEFERRABLE INITIALLY DEFERRED, "place_id" char(32) NOT NULL UNIQUE REFERENCES "governance_proposalplace" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_commitment_grants_places" CHECK ("places" >= 1));
CREATE TABLE "governance_decision" ("id" char(32) NOT NULL PRIMARY KEY, "body" varchar(20) NOT NULL, "answer" varchar(20) NOT NULL, "conditions" text NOT NULL, "decided_on" date NOT NULL, "written_by" char(32) NOT NULL, "proposal_id" char(32) NOT NULL REFERENCES "governance_proposal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_decision_per_proposal" UNIQUE ("proposal_id"));
CREATE TABLE "governance_evidence" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "code" varchar(80) NOT NULL, "value" integer unsigned NOT NULL CHECK ("value" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "proposal_id" char(32) NOT NULL REFERENCES "governance_proposal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_tally_cited_once" UNIQUE ("proposal_id", "site_id", "on", "code"));
CREATE TABLE "governance_meeting" ("id" char(32) NOT NULL PRIMARY KEY, "held_on" date NOT NULL, "town" varchar(80) NOT NULL, "bodies" text NOT NULL CHECK ((JSON_VALID("bodies") OR "bodies" IS NULL)), "proposal_id" char(32) NOT NULL REFERENCES "governance_proposal" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "governance_opinion" ("id" char(32) NOT NULL PRIMARY KEY, "body" varchar(20) NOT NULL, "verdict" varchar(20) NOT NULL, "reasons" text NOT NULL, "given_on" date NOT NULL, "written_by" char(32) NOT NULL, "superseded_at" datetime NULL, "proposal_id" char(32) NOT NULL REFERENCES "governance_proposal" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "governance_proposal" ("id" char(32) NOT NULL PRIMARY KEY, "code" varchar(40) NOT NULL UNIQUE, "title" varchar(120) NOT NULL, "text" text NOT NULL, "places_wanted" integer unsigned NOT NULL CHECK ("places_wanted" >= 0), "made_by" varchar(20) NOT NULL, "written_by" char(32) NOT NULL, "made_on" date NOT NULL, CONSTRAINT "a_proposal_wants_places" CHECK ("places_wanted" >= 1));
CREATE TABLE "governance_proposalplace" ("id" char(32) NOT NULL PRIMARY KEY, "name" varchar(80) NOT NULL, "kind" varchar(20) NOT NULL, "site_code" varchar(40) NOT NULL, "town" varchar(80) NOT NULL, "address" varchar(200) NOT NULL, "places" integer unsigned NOT NULL CHECK ("places" >= 0), "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "proposal_id" char(32) NOT NULL REFERENCES "governance_proposal" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_place_once_in_a_proposal" UNIQUE ("proposal_id", "site_code"));
CREATE TABLE "governance_reply" ("id" char(32) NOT NULL PRIMARY KEY, "body" varchar(20) NOT NULL, "text" text NOT NULL, "written_at" datetime NOT NULL, "written_by" char(32) NOT NULL, "ended_at" datetime NULL, "note_id" char(32) NOT NULL REFERENCES "reports_morningnote" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_acquaintance" ("id" char(32) NOT NULL PRIMARY KEY, "known_key" BLOB NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "known_once" UNIQUE ("guest_id", "known_key"));
CREATE TABLE "guests_decoycard" ("id" char(32) NOT NULL PRIMARY KEY, "made_at" datetime NOT NULL, "guest_id" char(32) NOT NULL UNIQUE REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_erasepause" ("id" char(32) NOT NULL PRIMARY KEY, "until" date NOT NULL, "asked_by" char(32) NOT NULL, "asked_on" date NOT NULL, "agreed_by" char(32) NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NOT NULL UNIQUE REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "two_people_pause_erasing" CHECK (("agreed_by" IS NULL OR NOT ("agreed_by" = ("asked_by") AND "agreed_by" IS NOT NULL))));
CREATE TABLE "guests_group" ("id" char(32) NOT NULL PRIMARY KEY, "is_family" bool NOT NULL, "agreed_neighbouring" bool NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_guest" ("id" char(32) NOT NULL PRIMARY KEY, "card_key" BLOB NOT NULL, "spoken_box" BLOB NOT NULL, "state" varchar(10) NOT NULL, "language" varchar(10) NOT NULL, "counted" varchar(10) NOT NULL, "placed" varchar(10) NOT NULL, "made_on" date NOT NULL, "in_cot" bool NOT NULL, "ask_in_private" bool NOT NULL, "protected" bool NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "on_card_of_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "replaced_by_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_guest_per_card" UNIQUE ("site_id", "card_key"));
CREATE TABLE "guests_keptapart" ("id" char(32) NOT NULL PRIMARY KEY, "since" date NOT NULL, "set_by" char(32) NOT NULL, "one_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "other_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "kept_apart_once" UNIQUE ("one_id", "other_id"), CONSTRAINT "nobody_apart_from_themselves" CHECK (NOT ("one_id" = ("other_id"))));
CREATE TABLE "guests_lookalarm" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(10) NOT NULL, "by" char(32) NOT NULL, "cards" integer unsigned NOT NULL CHECK ("cards" >= 0), "since" datetime NOT NULL, "last_at" datetime NOT NULL, "seen_at" datetime NULL, "seen_by" char(32) NULL, "decoy_id" char(32) NULL REFERENCES "guests_decoycard" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_measure" ("id" char(32) NOT NULL PRIMARY KEY, "until" date NOT NULL, "written_on" date NOT NULL, "note_box" BLOB NOT NULL, "asked_by" char(32) NULL, "agreed_by" char(32) NULL, "other_place" varchar(20) NOT NULL, "ended_on" date NULL, "appeal_key" BLOB NOT NULL UNIQUE, "appeal_box" BLOB NOT NULL, "answer_box" BLOB NOT NULL, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "two_people_decide_a_measure" CHECK (("agreed_by" IS NULL OR "asked_by" IS NULL OR NOT ("agreed_by" = ("asked_by") AND "agreed_by" IS NOT NULL AND "asked_by" IS NOT NULL))));
CREATE TABLE "guests_membership" ("id" char(32) NOT NULL PRIMARY KEY, "since" date NOT NULL, "until" date NULL, "group_id" char(32) NOT NULL REFERENCES "guests_group" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_ownsign" ("id" char(32) NOT NULL PRIMARY KEY, "sign_key" BLOB NOT NULL, "guest_id" char(32) NOT NULL UNIQUE REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_pairedphone" ("id" char(32) NOT NULL PRIMARY KEY, "token_hash" BLOB NOT NULL UNIQUE, "until" datetime NOT NULL, "since" datetime NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "guests_placewanted" ("id" char(32) NOT NULL PRIMARY KEY, "need" varchar(20) NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_wish_per_kind" UNIQUE ("guest_id", "need"));
CREATE TABLE "journal_head" ("site" char(32) NOT NULL PRIMARY KEY, "epoch" integer unsigned NOT NULL CHECK ("epoch" >= 0), "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "hash" BLOB NOT NULL);
CREATE TABLE "journal_line" ("id" char(32) NOT NULL PRIMARY KEY, "site" char(32) NOT NULL, "epoch" integer unsigned NOT NULL CHECK ("epoch" >= 0), "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "at" datetime NOT NULL, "recorded_at" datetime NOT NULL, "actor" char(32) NOT NULL, "kind" varchar(60) NOT NULL, "undoes" char(32) NULL, "body" BLOB NOT NULL, "hash" BLOB NOT NULL, CONSTRAINT "one_line_per_number" UNIQUE ("site", "epoch", "seq"), CONSTRAINT "undone_once" UNIQUE ("undoes"));
CREATE TABLE "journal_retry" ("id" char(32) NOT NULL PRIMARY KEY, "actor" char(32) NOT NULL, "value" char(32) NOT NULL, "body_hash" BLOB NOT NULL, "results" text NOT NULL CHECK ((JSON_VALID("results") OR "results" IS NULL)), "at" datetime NOT NULL, "line_id" char(32) NOT NULL UNIQUE REFERENCES "journal_line" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_act_per_key" UNIQUE ("actor", "value"));
CREATE TABLE "journal_subject" ("id" char(32) NOT NULL PRIMARY KEY, "nonce" BLOB NOT NULL, "guest" char(32) NOT NULL, "line_id" char(32) NOT NULL REFERENCES "journal_line" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" char(32) NOT NULL REFERENCES "accounts_staff" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
CREATE TABLE "nights_dutyteam" ("id" char(32) NOT NULL PRIMARY KEY, "phone" varchar(40) NOT NULL, "set_at" datetime NOT NULL, "set_by" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_duty_team_per_site" UNIQUE ("site_id"));
CREATE TABLE "nights_heldparty" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "asked_by" varchar(20) NOT NULL, "nameless" bool NOT NULL, "arriving_at" datetime NULL, "until" datetime NOT NULL, "made_at" datetime NOT NULL, "ended_at" datetime NULL, "end" varchar(20) NOT NULL, "asked_id" char(32) NULL UNIQUE REFERENCES "sites_placesasked" ("id") DEFERRABLE INITIALLY DEFERRED, "beside_id" char(32) NULL REFERENCES "guests_group" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_number_at_the_door" UNIQUE ("site_id", "night", "number"));
CREATE TABLE "nights_heldperson" ("id" char(32) NOT NULL PRIMARY KEY, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "party_id" char(32) NOT NULL REFERENCES "nights_heldparty" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "held_once_in_a_party" UNIQUE ("party_id", "guest_id"));
CREATE TABLE "nights_listprinted" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "printed_at" datetime NOT NULL, "why" varchar(10) NOT NULL, "inside" integer unsigned NOT NULL CHECK ("inside" >= 0), "changes" integer unsigned NOT NULL CHECK ("changes" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_nightopened" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "opened_at" datetime NOT NULL, "carried" integer unsigned NOT NULL CHECK ("carried" >= 0), "without_bed" integer unsigned NOT NULL CHECK ("without_bed" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_opening_per_night" UNIQUE ("site_id", "night"));
CREATE TABLE "nights_nightplan" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "made_at" datetime NOT NULL, "goals" text NOT NULL CHECK ((JSON_VALID("goals") OR "goals" IS NULL)), "undone_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_nightround" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "began_at" datetime NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_noplacenumber" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "why" varchar(20) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "said_at" datetime NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_placeproposal" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "kind" varchar(20) NOT NULL, "made_at" datetime NOT NULL, "answered_at" datetime NULL, "answer" varchar(20) NOT NULL, "by" char(32) NULL, "group_id" char(32) NOT NULL REFERENCES "guests_group" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_placeproposal_rooms" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "placeproposal_id" char(32) NOT NULL REFERENCES "nights_placeproposal" ("id") DEFERRABLE INITIALLY DEFERRED, "room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_planline" ("id" char(32) NOT NULL PRIMARY KEY, "party" char(32) NOT NULL, "why" varchar(30) NOT NULL, "about" text NOT NULL CHECK ((JSON_VALID("about") OR "about" IS NULL)), "overruled" varchar(20) NOT NULL, "overruled_by" char(32) NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "plan_id" char(32) NOT NULL REFERENCES "nights_nightplan" ("id") DEFERRABLE INITIALLY DEFERRED, "room_id" char(32) NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_answer_per_guest" UNIQUE ("plan_id", "guest_id"));
CREATE TABLE "nights_roomround" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "seen_at" datetime NOT NULL, "expected" smallint unsigned NOT NULL CHECK ("expected" >= 0), "seen" smallint unsigned NOT NULL CHECK ("seen" >= 0), "others" smallint unsigned NOT NULL CHECK ("others" >= 0), "ended_at" datetime NULL, "room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED, "round_id" char(32) NOT NULL REFERENCES "nights_nightround" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_stay" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "given_at" datetime NOT NULL, "arrived_at" datetime NULL, "left_at" datetime NULL, "leaving" bool NOT NULL, "fetch_first" bool NOT NULL, "away_from" date NULL, "away_until" date NULL, "carried" bool NOT NULL, "ended_at" datetime NULL, "end_reason" varchar(20) NOT NULL, "bed_id" char(32) NOT NULL REFERENCES "sites_bed" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "away_from_a_night_to_a_night" CHECK ((("away_from" IS NULL AND "away_until" IS NULL) OR "away_from" <= ("away_until"))));
CREATE TABLE "nights_wakeup" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "wake_at" datetime NOT NULL, "asked_at" datetime NOT NULL, "woken_at" datetime NULL, "ended_at" datetime NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_want" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "asked_at" datetime NOT NULL, "ended_at" datetime NULL, "end" varchar(20) NOT NULL, "told_at" datetime NULL, "no_place_why" varchar(20) NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_youngcall" ("id" char(32) NOT NULL PRIMARY KEY, "called" varchar(20) NOT NULL, "called_at" datetime NOT NULL, "answered" varchar(20) NOT NULL, "by" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "sheet_id" char(32) NOT NULL REFERENCES "nights_youngsheet" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "nights_youngsheet" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "opened_at" datetime NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_young_sheet_per_number" UNIQUE ("site_id", "night", "number"));
CREATE TABLE "outreach_round" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "area" varchar(20) NOT NULL, "method" varchar(20) NOT NULL, "counted_by" varchar(20) NOT NULL, "low" integer unsigned NOT NULL CHECK ("low" >= 0), "high" integer unsigned NOT NULL CHECK ("high" >= 0), "told_at" datetime NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_round_is_a_range" CHECK ("low" <= ("high")), CONSTRAINT "one_count_per_source_and_day" UNIQUE ("site_id", "on", "area", "method", "counted_by"));
CREATE TABLE "outreach_roundneed" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(20) NOT NULL, "low" integer unsigned NOT NULL CHECK ("low" >= 0), "high" integer unsigned NOT NULL CHECK ("high" >= 0), "round_id" char(32) NOT NULL REFERENCES "outreach_round" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_need_is_a_range" CHECK ("low" <= ("high")), CONSTRAINT "one_need_per_kind" UNIQUE ("round_id", "kind"));
CREATE TABLE "paper_packprinted" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "at" datetime NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_pack_per_number" UNIQUE ("site_id", "number"));
CREATE TABLE "paper_panichours" ("id" char(32) NOT NULL PRIMARY KEY, "began_at" datetime NOT NULL, "ended_at" datetime NOT NULL, "pressed" text NOT NULL CHECK ((JSON_VALID("pressed") OR "pressed" IS NULL)), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_panic_once" UNIQUE ("site_id", "began_at"));
CREATE TABLE "paper_paperline" ("id" char(32) NOT NULL PRIMARY KEY, "what" varchar(1) NOT NULL, "at" datetime NOT NULL, "state" varchar(10) NOT NULL, "why" varchar(40) NOT NULL, "decided" varchar(10) NOT NULL, "bed_id" char(32) NULL REFERENCES "sites_bed" ("id") DEFERRABLE INITIALLY DEFERRED, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "period_id" char(32) NOT NULL REFERENCES "paper_paperperiod" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "only_a_clash_names_whom" CHECK (("state" = 'clash' OR ("bed_id" IS NULL AND "guest_id" IS NULL))));
CREATE TABLE "paper_paperperiod" ("id" char(32) NOT NULL PRIMARY KEY, "began_at" datetime NOT NULL, "ended_at" datetime NOT NULL, "opened_at" datetime NOT NULL, "closed_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "paper_ends_after_it_begins" CHECK ("ended_at" > ("began_at")));
CREATE TABLE "reports_dayclosed" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "closed_at" datetime NOT NULL, "tallies" integer unsigned NOT NULL CHECK ("tallies" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_day_closes_once" UNIQUE ("site_id", "on"));
CREATE TABLE "reports_daytally" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "code" varchar(80) NOT NULL, "value" integer unsigned NOT NULL CHECK ("value" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_tally_per_day" UNIQUE ("site_id", "on", "code"));
CREATE TABLE "reports_morningnote" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "written_at" datetime NOT NULL, "numbers" text NOT NULL CHECK ((JSON_VALID("numbers") OR "numbers" IS NULL)), "meals_before" text NOT NULL CHECK ((JSON_VALID("meals_before") OR "meals_before" IS NULL)), "closed" text NOT NULL CHECK ((JSON_VALID("closed") OR "closed" IS NULL)), "lasts" text NOT NULL CHECK ((JSON_VALID("lasts") OR "lasts" IS NULL)), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_note_a_morning" UNIQUE ("site_id", "on"));
CREATE TABLE "rights_askedquestion" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "asked_on" date NOT NULL, "words_box" BLOB NOT NULL, "ticket_key" BLOB NOT NULL UNIQUE, "answer_box" BLOB NULL, "answered_on" date NULL, "answered_by" char(32) NULL, "topic_id" char(32) NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "rights_begunpage" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "texts" text NOT NULL CHECK ((JSON_VALID("texts") OR "texts" IS NULL)), "progress" varchar(10) NOT NULL, "written_by" char(32) NOT NULL, "written_on" date NOT NULL, "approved_by" char(32) NULL, "approved_on" date NULL, "topic_id" char(32) NOT NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "who_began_is_not_approver" CHECK (("approved_by" IS NULL OR NOT ("approved_by" = ("written_by") AND "approved_by" IS NOT NULL))));
CREATE TABLE "rights_check" ("id" char(32) NOT NULL PRIMARY KEY, "state" varchar(10) NOT NULL, "signature" varchar(80) NOT NULL, "looked_at" varchar(200) NOT NULL, "show_until" date NULL, "checked_by" char(32) NOT NULL, "checked_on" date NOT NULL, "confirmed_by" char(32) NULL, "confirmed_on" date NULL, "statement_id" char(32) NOT NULL REFERENCES "rights_statement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "checker_is_not_confirmer" CHECK (("confirmed_by" IS NULL OR NOT ("confirmed_by" = ("checked_by") AND "confirmed_by" IS NOT NULL))));
CREATE TABLE "rights_citation" ("id" char(32) NOT NULL PRIMARY KEY, "place" smallint unsigned NOT NULL CHECK ("place" >= 0), "source_id" char(32) NOT NULL REFERENCES "rights_source" ("id") DEFERRABLE INITIALLY DEFERRED, "statement_id" char(32) NOT NULL REFERENCES "rights_statement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_citation_per_source" UNIQUE ("statement_id", "source_id"));
CREATE TABLE "rights_factsheet" ("id" char(32) NOT NULL PRIMARY KEY, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "written_in" varchar(3) NOT NULL, "unknown" text NOT NULL, "signed_name" varchar(80) NOT NULL, "signed_by" char(32) NULL, "signed_on" date NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "talk_id" char(32) NOT NULL REFERENCES "rights_talk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_sheet_per_number" UNIQUE ("talk_id", "number"), CONSTRAINT "a_signed_sheet_says_who_and_what_is_not_known" CHECK (("signed_on" IS NULL OR (NOT ("signed_name" = '') AND NOT ("unknown" = '')))));
CREATE TABLE "rights_guidefile" ("id" char(32) NOT NULL PRIMARY KEY, "name" varchar(80) NOT NULL, "text" text NOT NULL, CONSTRAINT "one_guide_file_per_name" UNIQUE ("name"));
CREATE TABLE "rights_headcount" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "talk_id" char(32) NOT NULL REFERENCES "rights_talk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_headcount_per_language" UNIQUE ("talk_id", "language"));
CREATE TABLE "rights_newstatement" ("id" char(32) NOT NULL PRIMARY KEY, "new_topic" text NOT NULL CHECK ((JSON_VALID("new_topic") OR "new_topic" IS NULL)), "code" varchar(40) NOT NULL, "text" varchar(240) NOT NULL, "more" varchar(300) NOT NULL, "values" text NOT NULL CHECK ((JSON_VALID("values") OR "values" IS NULL)), "signature" varchar(80) NOT NULL, "progress" varchar(10) NOT NULL, "written_by" char(32) NOT NULL, "written_on" date NOT NULL, "approved_by" char(32) NULL, "approved_on" date NULL, "topic_id" char(32) NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "who_added_is_not_approver" CHECK (("approved_by" IS NULL OR NOT ("approved_by" = ("written_by") AND "approved_by" IS NOT NULL))));
CREATE TABLE "rights_page" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "title" varchar(80) NOT NULL, "summary" varchar(160) NOT NULL, "state" varchar(10) NOT NULL, "translator" varchar(80) NOT NULL, "translated_on" date NOT NULL, "outdated" bool NOT NULL, "topic_id" char(32) NOT NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_page_per_language" UNIQUE ("topic_id", "language"));
CREATE TABLE "rights_pagemark" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "statement" varchar(40) NOT NULL, "kind" varchar(10) NOT NULL, "on" date NOT NULL, "n" integer unsigned NOT NULL CHECK ("n" >= 0), "topic_id" char(32) NOT NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_mark_per_page_kind_and_day" UNIQUE ("topic_id", "language", "statement", "kind", "on"));
CREATE TABLE "rights_place" ("id" char(32) NOT NULL PRIMARY KEY, "name" varchar(80) NOT NULL, "kind" varchar(20) NOT NULL, "protected" bool NOT NULL, "address" varchar(160) NOT NULL, "postal_code" varchar(12) NOT NULL, "town" varchar(80) NOT NULL, "latitude" decimal NULL, "longitude" decimal NULL, "walk" text NOT NULL CHECK ((JSON_VALID("walk") OR "walk" IS NULL)), "phone" varchar(20) NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "services" text NOT NULL CHECK ((JSON_VALID("services") OR "services" IS NULL)), "hours" varchar(500) NOT NULL, "full_on" date NULL, "source" varchar(80) NOT NULL, "key" varchar(80) NOT NULL, "changed_on" date NOT NULL, "site_id" char(32) NULL UNIQUE REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_protected_place_has_no_address_here" CHECK ((NOT "protected" OR ("address" = '' AND "latitude" IS NULL AND "longitude" IS NULL AND "postal_code" = '' AND "town" = '' AND "walk" = '[]'))));
CREATE TABLE "rights_point" ("id" char(32) NOT NULL PRIMARY KEY, "place" smallint unsigned NOT NULL CHECK ("place" >= 0), "text" varchar(300) NOT NULL, "figure" varchar(40) NOT NULL, "source" varchar(160) NOT NULL, "source_address" varchar(200) NOT NULL, "source_on" date NOT NULL, "beside" varchar(60) NOT NULL, "sheet_id" char(32) NOT NULL REFERENCES "rights_factsheet" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_point_per_place" UNIQUE ("sheet_id", "place"), CONSTRAINT "every_point_has_a_source" CHECK (NOT ("source" = '')));
CREATE TABLE "rights_question" ("id" char(32) NOT NULL PRIMARY KEY, "text" varchar(500) NOT NULL, "language" varchar(3) NOT NULL, "ticket_key" BLOB NULL UNIQUE, "asked_on" date NOT NULL, "state" varchar(10) NOT NULL, "read_by" char(32) NULL, "answer" varchar(1000) NOT NULL, "answered_in" varchar(3) NOT NULL, "answered_by" char(32) NULL, "answered_on" date NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "talk_id" char(32) NOT NULL REFERENCES "rights_talk" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "an_answer_has_words_and_a_day" CHECK ((NOT ("state" = 'answered') OR (NOT ("answer" = '') AND "answered_on" IS NOT NULL))));
CREATE TABLE "rights_recording" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "said_of" varchar(64) NOT NULL, "sound" BLOB NOT NULL, "kind" varchar(4) NOT NULL, "digest" varchar(64) NOT NULL UNIQUE, "state" varchar(10) NOT NULL, "spoken_by" char(32) NOT NULL, "spoken_on" date NOT NULL, "approved_by" char(32) NULL, "approved_on" date NULL, "statement_id" char(32) NOT NULL REFERENCES "rights_statement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "speaker_is_not_approver" CHECK (("approved_by" IS NULL OR NOT ("approved_by" = ("spoken_by") AND "approved_by" IS NOT NULL))), CONSTRAINT "heard_once_approved" CHECK ((NOT ("state" = 'heard') OR "approved_by" IS NOT NULL)));
CREATE TABLE "rights_revision" ("id" char(32) NOT NULL PRIMARY KEY, "text" varchar(240) NOT NULL, "more" varchar(300) NOT NULL, "values" text NOT NULL CHECK ((JSON_VALID("values") OR "values" IS NULL)), "progress" varchar(10) NOT NULL, "written_by" char(32) NULL, "written_on" date NOT NULL, "approved_by" char(32) NULL, "approved_on" date NULL, "page_id" char(32) NULL REFERENCES "rights_page" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" char(32) NULL REFERENCES "rights_source" ("id") DEFERRABLE INITIALLY DEFERRED, "statement_id" char(32) NULL REFERENCES "rights_statement" ("id") DEFERRABLE INITIALLY DEFERRED, "wording_id" char(32) NULL REFERENCES "rights_wording" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "writer_is_not_approver" CHECK (("approved_by" IS NULL OR NOT ("approved_by" = ("written_by") AND "approved_by" IS NOT NULL AND "written_by" IS NOT NULL))), CONSTRAINT "a_revision_is_of_one_thing" CHECK ((("page_id" IS NULL AND "source_id" IS NULL AND "statement_id" IS NULL AND "wording_id" IS NOT NULL) OR ("page_id" IS NOT NULL AND "source_id" IS NULL AND "statement_id" IS NULL AND "wording_id" IS NULL) OR ("page_id" IS NULL AND "source_id" IS NULL AND "statement_id" IS NOT NULL AND "wording_id" IS NULL) OR ("page_id" IS NULL AND "source_id" IS NOT NULL AND "statement_id" IS NULL AND "wording_id" IS NULL))));
CREATE TABLE "rights_sheettranslation" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "texts" text NOT NULL CHECK ((JSON_VALID("texts") OR "texts" IS NULL)), "progress" varchar(10) NOT NULL, "translator" varchar(80) NOT NULL, "written_by" char(32) NOT NULL, "written_on" date NOT NULL, "approved_by" char(32) NULL, "approved_on" date NULL, "sheet_id" char(32) NOT NULL REFERENCES "rights_factsheet" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "who_translated_a_sheet_is_not_approver" CHECK (("approved_by" IS NULL OR NOT ("approved_by" = ("written_by") AND "approved_by" IS NOT NULL))));
CREATE TABLE "rights_source" ("id" char(32) NOT NULL PRIMARY KEY, "key" varchar(40) NOT NULL, "title" varchar(200) NOT NULL, "language" varchar(3) NOT NULL, "address" varchar(300) NOT NULL, "dated" varchar(10) NOT NULL, "about" bool NOT NULL, "read_on" date NOT NULL, "kept_by" varchar(10) NOT NULL, CONSTRAINT "one_source_per_key" UNIQUE ("key"));
CREATE TABLE "rights_statement" ("id" char(32) NOT NULL PRIMARY KEY, "code" varchar(40) NOT NULL, "place" smallint unsigned NOT NULL CHECK ("place" >= 0), "kind" varchar(10) NOT NULL, "pictogram" varchar(20) NOT NULL, "phone" varchar(16) NOT NULL, "applies_to" text NOT NULL CHECK ((JSON_VALID("applies_to") OR "applies_to" IS NULL)), "registered_from" date NULL, "registered_until" date NULL, "law" varchar(80) NOT NULL, "figures" text NOT NULL CHECK ((JSON_VALID("figures") OR "figures" IS NULL)), "confidence" varchar(1) NOT NULL, "pre_pact" bool NOT NULL, "danger" varchar(10) NOT NULL, "show_until" date NULL, "recheck_since" date NULL, "checked_by" varchar(80) NOT NULL, "checked_on" date NOT NULL, "approved_by" varchar(80) NOT NULL, "approved_on" date NULL, "topic_id" char(32) NOT NULL REFERENCES "rights_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_statement_per_code" UNIQUE ("topic_id", "code"));
CREATE TABLE "rights_talk" ("id" char(32) NOT NULL PRIMARY KEY, "government" varchar(20) NOT NULL, "institution" varchar(120) NOT NULL, "speaker" varchar(80) NOT NULL, "title" varchar(120) NOT NULL, "written_in" varchar(3) NOT NULL, "matter" varchar(40) NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "interpreters" text NOT NULL CHECK ((JSON_VALID("interpreters") OR "interpreters" IS NULL)), "starts_at" datetime NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "where" varchar(80) NOT NULL, "seats" smallint unsigned NOT NULL CHECK ("seats" >= 0), "state" varchar(10) NOT NULL, "was_announced" bool NOT NULL, "offered_by" char(32) NOT NULL, "offered_on" date NOT NULL, "answered_by" char(32) NULL, "answered_on" date NULL, "withdrawn_on" date NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_talk_has_seats" CHECK ("seats" >= 1), CONSTRAINT "a_talk_takes_time" CHECK ("minutes" >= 1));
CREATE TABLE "rights_topic" ("id" char(32) NOT NULL PRIMARY KEY, "slug" varchar(40) NOT NULL, "pictogram" varchar(20) NOT NULL, "place" smallint unsigned NOT NULL CHECK ("place" >= 0), "kept_by" varchar(10) NOT NULL, "digest" varchar(64) NOT NULL, CONSTRAINT "one_topic_per_slug" UNIQUE ("slug"));
CREATE TABLE "rights_wording" ("id" char(32) NOT NULL PRIMARY KEY, "language" varchar(3) NOT NULL, "text" varchar(240) NOT NULL, "more" varchar(300) NOT NULL, "outdated" bool NOT NULL, "statement_id" char(32) NOT NULL REFERENCES "rights_statement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_wording_per_language" UNIQUE ("statement_id", "language"));
CREATE TABLE "sites_bed" ("id" char(32) NOT NULL PRIMARY KEY, "label" varchar(20) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "lower" bool NOT NULL, "state" varchar(20) NOT NULL, "first_night" date NULL, "last_night" date NULL, "kept_back" bool NOT NULL, "room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_bed_per_label" UNIQUE ("room_id", "label"));
CREATE TABLE "sites_closure" ("id" char(32) NOT NULL PRIMARY KEY, "service" varchar(20) NOT NULL, "on" date NOT NULL, "reason" varchar(20) NOT NULL, "ended_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "sites_coldplan" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "since" datetime NOT NULL, "until" date NOT NULL, "decided_by" varchar(120) NOT NULL, "metric" varchar(20) NOT NULL, "bound" smallint NOT NULL, "measures" text NOT NULL CHECK ((JSON_VALID("measures") OR "measures" IS NULL)), "set_by" char(32) NOT NULL, "signature" varchar(40) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_cold_plan_per_number" UNIQUE ("site_id", "number"));
CREATE TABLE "sites_coldspell" ("id" char(32) NOT NULL PRIMARY KEY, "figure" smallint NULL, "first_night" date NOT NULL, "last_night" date NOT NULL, "on_at" datetime NOT NULL, "on_by" char(32) NOT NULL, "off_at" datetime NULL, "plan_id" char(32) NOT NULL REFERENCES "sites_coldplan" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_cold_spell_has_a_night" CHECK (("last_night" >= ("first_night") OR "off_at" IS NOT NULL)));
CREATE TABLE "sites_factsversion" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "since" datetime NOT NULL, "facts" text NOT NULL CHECK ((JSON_VALID("facts") OR "facts" IS NULL)), "set_by" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_facts_version_per_number" UNIQUE ("site_id", "number"));
CREATE TABLE "sites_hours" ("id" char(32) NOT NULL PRIMARY KEY, "service" varchar(20) NOT NULL, "weekday" smallint unsigned NOT NULL CHECK ("weekday" >= 0), "opens" time NOT NULL, "closes" time NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_opening_per_time" UNIQUE ("site_id", "service", "weekday", "opens"), CONSTRAINT "weekday_is_a_weekday" CHECK ("weekday" <= 6));
CREATE TABLE "sites_placesanswered" ("id" char(32) NOT NULL PRIMARY KEY, "number" smallint unsigned NULL CHECK ("number" >= 0), "beds" smallint unsigned NOT NULL CHECK ("beds" >= 0), "until" datetime NULL, "answered_at" datetime NOT NULL, "asked_id" char(32) NOT NULL UNIQUE REFERENCES "sites_placesasked" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "sites_placesasked" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "women" smallint unsigned NOT NULL CHECK ("women" >= 0), "men" smallint unsigned NOT NULL CHECK ("men" >= 0), "children" smallint unsigned NOT NULL CHECK ("children" >= 0), "family" bool NOT NULL, "needs" text NOT NULL CHECK ((JSON_VALID("needs") OR "needs" IS NULL)), "arriving_at" datetime NOT NULL, "asked_at" datetime NOT NULL, "ended_at" datetime NULL, "house_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "sites_room" ("id" char(32) NOT NULL PRIMARY KEY, "code" varchar(20) NOT NULL, "kind" varchar(20) NOT NULL, "floor" smallint NOT NULL, "area_dm2" integer unsigned NULL CHECK ("area_dm2" >= 0), "offers" text NOT NULL CHECK ((JSON_VALID("offers") OR "offers" IS NULL)), "fire_limit" smallint unsigned NULL CHECK ("fire_limit" >= 0), "standard_limit" smallint unsigned NULL CHECK ("standard_limit" >= 0), "legal_maximum" smallint unsigned NOT NULL CHECK ("legal_maximum" >= 0), "dog_places" smallint unsigned NOT NULL CHECK ("dog_places" >= 0), "closed_since" datetime NULL, "closed_why" varchar(20) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_room_per_code" UNIQUE ("site_id", "code"), CONSTRAINT "never_beyond_a_limit" CHECK ((("fire_limit" IS NULL OR "legal_maximum" <= ("fire_limit")) AND ("standard_limit" IS NULL OR "legal_maximum" <= ("standard_limit")))));
CREATE TABLE "sites_room_neighbours" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED, "to_room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "sites_roomversion" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "since" datetime NOT NULL, "rules" text NOT NULL CHECK ((JSON_VALID("rules") OR "rules" IS NULL)), "set_at" datetime NOT NULL, "set_by" char(32) NOT NULL, "began" bool NOT NULL, "room_id" char(32) NOT NULL REFERENCES "sites_room" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_room_version_per_number" UNIQUE ("room_id", "number"));
CREATE TABLE "sites_rulesversion" ("id" char(32) NOT NULL PRIMARY KEY, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "since" datetime NOT NULL, "settings" text NOT NULL CHECK ((JSON_VALID("settings") OR "settings" IS NULL)), "house_rules" text NOT NULL CHECK ((JSON_VALID("house_rules") OR "house_rules" IS NULL)), "set_by" char(32) NOT NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_rules_version_per_number" UNIQUE ("site_id", "number"));
CREATE TABLE "sites_shutter" ("id" char(32) NOT NULL PRIMARY KEY, "closed_at" datetime NOT NULL, "closed_by" char(32) NOT NULL, "opened_at" datetime NULL, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "sites_site" ("id" char(32) NOT NULL PRIMARY KEY, "code" varchar(40) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "kind" varchar(20) NOT NULL, "town" varchar(80) NOT NULL, "address" varchar(200) NOT NULL, "timezone" varchar(40) NOT NULL, "opened_on" date NULL);
CREATE TABLE "sync_keptelsewhere" ("id" char(32) NOT NULL PRIMARY KEY, "site" char(32) NOT NULL, "epoch" integer unsigned NOT NULL CHECK ("epoch" >= 0), "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "hash" BLOB NOT NULL, "where" varchar(10) NOT NULL, "kept_at" datetime NOT NULL);
CREATE TABLE "sync_witness" ("id" char(32) NOT NULL PRIMARY KEY, "site" char(32) NOT NULL, "epoch" integer unsigned NOT NULL CHECK ("epoch" >= 0), "seq" bigint unsigned NOT NULL CHECK ("seq" >= 0), "hash" BLOB NOT NULL, "received_at" datetime NOT NULL, "device" char(32) NULL, CONSTRAINT "one_witness_per_head" UNIQUE ("site", "epoch", "seq", "hash"));
CREATE TABLE "tracing_message" ("id" char(32) NOT NULL PRIMARY KEY, "known" varchar(10) NOT NULL, "hint_box" BLOB NOT NULL, "text_box" BLOB NOT NULL, "language" varchar(10) NOT NULL, "ticket_key" BLOB NOT NULL, "left_at" datetime NOT NULL, "ended_at" datetime NULL, "end" varchar(10) NOT NULL, "answer_box" BLOB NULL, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_message_per_ticket" UNIQUE ("site_id", "ticket_key"), CONSTRAINT "an_answer_has_words" CHECK ((("answer_box" IS NOT NULL AND "end" = 'answered') OR (NOT ("end" = 'answered') AND "answer_box" IS NULL))));
CREATE TABLE "visits_bedasked" ("id" char(32) NOT NULL PRIMARY KEY, "night" date NOT NULL, "asked_at" datetime NOT NULL, "ended_at" datetime NULL, "ending" varchar(12) NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "house_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "visits_busrun" ("id" char(32) NOT NULL PRIMARY KEY, "leaves_at" datetime NOT NULL, "seats" smallint unsigned NOT NULL CHECK ("seats" >= 0), "taken" smallint unsigned NOT NULL CHECK ("taken" >= 0), "ended_at" datetime NULL, "house_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "no_more_than_seats" CHECK ("taken" <= ("seats")));
CREATE TABLE "visits_doorcount" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "hour" smallint unsigned NOT NULL CHECK ("hour" >= 0), "kind" varchar(10) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_door_count_per_hour" UNIQUE ("site_id", "on", "hour", "kind"));
CREATE TABLE "visits_letter" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(12) NOT NULL, "received_on" date NOT NULL, "passed_at" datetime NULL, "ended_at" datetime NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "visits_numbered" ("id" char(32) NOT NULL PRIMARY KEY, "service" varchar(20) NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "starts_at" datetime NULL, "on" date NOT NULL, "nth" smallint unsigned NOT NULL CHECK ("nth" >= 0), "given_at" datetime NOT NULL, "ended_at" datetime NULL, "ending" varchar(12) NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "a_shower_has_a_beginning" CHECK ((("service" = 'shower' AND "starts_at" IS NOT NULL) OR ("service" = 'locker' AND "starts_at" IS NULL))));
CREATE TABLE "visits_servicecount" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "hour" smallint unsigned NOT NULL CHECK ("hour" >= 0), "service" varchar(20) NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_service_count_per_hour" UNIQUE ("site_id", "on", "hour", "service"));
CREATE TABLE "visits_tagged" ("id" char(32) NOT NULL PRIMARY KEY, "kind" varchar(10) NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "on" date NOT NULL, "taken_at" datetime NOT NULL, "ended_at" datetime NULL, "ending" varchar(12) NOT NULL, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "visits_ticket" ("id" char(32) NOT NULL PRIMARY KEY, "queue" varchar(20) NOT NULL, "on" date NOT NULL, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "taken_at" datetime NOT NULL, "called_at" datetime NULL, "place" varchar(20) NOT NULL, "ended_at" datetime NULL, "ending" varchar(12) NOT NULL, "guest_id" char(32) NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_ticket_per_number" UNIQUE ("site_id", "queue", "on", "number"));
CREATE TABLE "visits_visit" ("id" char(32) NOT NULL PRIMARY KEY, "on" date NOT NULL, "hour" smallint unsigned NOT NULL CHECK ("hour" >= 0), "arrived_at" datetime NOT NULL, "left_at" datetime NULL, "ending" varchar(12) NOT NULL, "guest_id" char(32) NOT NULL REFERENCES "guests_guest" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" char(32) NOT NULL REFERENCES "sites_site" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "accounts_badge" ("id", "number", "secret_hash", "digits_key", "wrong", "made_by", "made_at", "until", "ended_at", "site_id", "staff_id") VALUES
('4370d11f3c3347519b87dd65376fc44d', 1, X'CA4A12F07E998B516BB295D48BCB6169D2B60666872327F375CFB6F6C801DFF5', X'CA4A12F07E995912997CFADC588C41025225EF36DDFA26B566C79011ECD5E54C', 1, 'ca4a12f07e99f47cf15559b6e5d1cca2', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL),
('b631ba81f6f4484f953e5e3db6accd9e', 1, X'CA4A12F07E99B983E040A459FC779E53BCEC5BB21200139BA6ACF16F9A5D6708', X'CA4A12F07E998167C6223ABF04A61492DAC73728C35FAE19E15AB9059AC32662', 1, 'ca4a12f07e990d6479083402d37adc59', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961');
INSERT INTO "accounts_device" ("id", "label", "kind", "token_hash", "roles", "made_by", "made_at", "until", "revoked_at", "site_id") VALUES
('3f9cadcd1e084dfe9576d7f9a5241dbb', 'Canarié7q 357c4be8d100c5931084', 'tablet', X'CA4A12F07E99BBEC81FA6ABAD2AE8F814B9731B4701BA2B0BF1B62FB387559CC', '[]', 'ca4a12f07e99024ad7a1a0f435b7835c', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('8c4ec4f5eda74254b8ac35cfabde3e3a', 'Canarié7q fcf562487f8c695251b6', 'tablet', X'CA4A12F07E999C9D27FA70C6D0316818C501757F446C77244AA5F2302F22A371', '[]', 'ca4a12f07e9982154d39bc06e8238e2f', '2026-11-20 17:00:00', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "accounts_invitation" ("id", "token_hash", "role", "days", "invited_by", "expires_at", "revoked_at", "site_id", "used_by_id") VALUES
('053fd87a35ed48f38314e1b725cc6c9f', X'BD6D7616468166525B44170CFFB66C4059233C7CFC3EF992F5C3E5A5D09D9EE0', 'manager', NULL, '00000000000040008000000000000001', '2026-11-27 17:30:00', NULL, '76bb38c4679f4ae0ac2eada546670be9', NULL),
('4631e93cb33b44e48153d0f871ee2673', X'CA4A12F07E992F86E4C177DD4CBDFA41366CAB187342876412E1C2A651563234', 'greeter', 1, 'ca4a12f07e9927b751500ecc5be997ee', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('6e3f4d4c8a354185bf48d8dac19230e2', X'CA4A12F07E99AFF8FE3779927AB438AAE1AE76E9A4BFDB278256EADDF90F0099', 'greeter', NULL, 'ca4a12f07e993ebe25170916f8cdf572', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL),
('b355a3bc85d84808b4c34161c1d7e46c', X'C4F7174F12B2BDBF4187EDEF6737731118DBA4450324BC689720B394F849AD36', 'manager', NULL, '00000000000040008000000000000001', '2026-11-27 17:30:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL);
INSERT INTO "accounts_membership" ("id", "role", "since", "until", "ended_at", "site_id", "staff_id") VALUES
('51d6bbff34f940d8a8d9d3b6c3f7b4da', 'greeter', '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('8cba6a4097b647ae97dc377092e553c6', 'greeter', '2026-11-20', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', '12d1be6f6f6e4b8591916536b782dbf6');
INSERT INTO "accounts_staff" ("id", "sign_in_name", "called", "password", "last_login", "language", "is_active", "made_at") VALUES
('12d1be6f6f6e4b8591916536b782dbf6', 'Canarié7q 2ae7fecb7b7b91e9a4f4', 'Canarié7q 05d33867d3a98247e9d5', 'Canarié7q d4aaf1118e15f07b45aa', NULL, 'Canarié7q ', 0, '2026-11-20 17:00:00'),
('272314011d984d39b3ffd97505446770', 'Canarié7q 4c3f45a662c4fba4a80b', 'Canarié7q 863b3833308908ce774c', 'Canarié7q 685bcd8c766f147c9b86', NULL, 'Canarié7q ', 0, '2026-11-20 17:00:00'),
('372a3a8d60294d2a99b7e895797d9a41', 'Canarié7q 2a30f32b5bed7aa0b53d', 'Canarié7q 19ffb7dd88367f5d74bf', 'Canarié7q 14b0da993123f8f5a3da', '2026-11-20 17:30:00', 'Canarié7q ', 0, '2026-11-20 17:30:00'),
('79985dc024a1478d9c407467d0143961', 'Canarié7q b85c7fe3326159b32f99', 'Canarié7q aaa65de55ee51e50ed48', 'Canarié7q 1adf812055d81d1e9580', '2026-11-20 17:30:00', 'Canarié7q ', 0, '2026-11-20 17:30:00');
INSERT INTO "advice_appointment" ("id", "adviser", "starts_at", "on", "quarters", "state", "booked_at", "guest_id", "site_id") VALUES
('6993ca93334a4cc5b01469fbd3673e4d', 'ca4a12f07e9964496bda4ac576029801', '2026-11-20 17:00:00', '2026-11-20', 1, 'booked', '2026-11-20 17:00:00', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('c544da6d5782479aa2af259262b16dd6', 'ca4a12f07e9900243ee9cd37224a2fbb', '2026-11-20 17:30:00', '2026-11-20', 1, 'booked', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "advice_appointmentcell" ("id", "adviser", "starts_at", "ended_at", "appointment_id", "guest_id", "site_id") VALUES
('22589d28d0f64b65bf4b991ea632daaa', 'ca4a12f07e994addd6a854ec7782ddc0', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'c544da6d5782479aa2af259262b16dd6', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('331fea1eb23d4021a77d96fc63ed96ba', 'ca4a12f07e99fb33ef72907d43cc677e', '2026-11-20 17:00:00', NULL, '6993ca93334a4cc5b01469fbd3673e4d', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "advice_away" ("id", "adviser", "since", "until", "ended_at", "site_id") VALUES
('4a9843258c5146c086dbf884db5ea37b', 'ca4a12f07e991864ac6736030cf15693', '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('b4dbf4fc78f04cad8d62bb8009389882', 'ca4a12f07e99e916d59b1e7454c4dae0', '2026-11-20', '2026-11-20', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "advice_deadline" ("id", "case", "matter", "adviser", "stand_in", "due_at", "certainty", "written_at", "sent_at", "receipt", "not_sent", "ended_at", "site_id") VALUES
('4ab9f7c274614feab51dc1846b592b38', 'Canarié', 'removal_detained', 'ca4a12f07e99cd713ceb43fdecc2e884', NULL, '2026-11-20 17:00:00', 'reckoned', '2026-11-20 17:00:00', NULL, '', '', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('e07ee94d8c854061bf1e79cbe15e8af1', 'Canarié', 'removal_detained', 'ca4a12f07e99a5bf955df29746d0ce8c', 'ca4a12f07e996f0df9e8b8fd5d06ef4e', '2026-11-20 17:30:00', 'reckoned', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'Canarié7q 14586193239445b53265', '', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "common_datakey" ("id", "number", "box") VALUES
('ad980dbdc18c45cc8b2bf72784e33d16', 1, X'CFF4F78764C2B6883891BB35127CD5CE1D15DED18CCB693A4E22396EFC352F5C12D74E63F2955D844CD033CAA2274669F80228B6097F57E8899D6E85');
INSERT INTO "common_jobrun" ("id", "job", "due", "taken_at", "done_at") VALUES
('81387d5b60364fbb854c188aa9cec8fc', 'Canarié7q a6c6fc3b71e33906699a', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00'),
('9cab9a3c8620499a903a889c5cf853c4', 'Canarié7q f26f5277510fc17e8e68', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL);
INSERT INTO "common_wrongtickets" ("id", "quarter", "tries") VALUES
('19c0606c545947358c97d220699955d5', '2026-11-20 17:00:00', 1),
('7ce3bf48d6cf41a587568e1e90a5e069', '2026-11-20 17:30:00', 1);
INSERT INTO "complaints_complaint" ("id", "said_on", "about", "language", "words_box", "has_voice", "ticket_key", "answer_box", "answered_on", "closed_on", "site_id") VALUES
('1eaebe6b46e6412fbf38f4253730cb38', '2026-11-20', 'by_staff', 'Canarié7q ', X'CA4A12F07E990F9CB7FED30B7EC44758B6B1BAB2F4798552AF991510F5746129', 0, X'CA4A12F07E998B7568B023EC35632081C0ABC085D38B633998CA31F88C2D2CBD', X'CA4A12F07E99C0B51B50D61036CB713BDDA56C3B48F685B90986D010EF52005C', '2026-11-20', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9'),
('3b20006e7d9a4f01996032fdd843da18', '2026-11-20', 'by_staff', 'Canarié7q ', X'CA4A12F07E99B7034A0CF21D3598F073DA92E9C91ACE241461457CAB6AD4C389', 0, X'CA4A12F07E995BFC1127F217315103614215824969E7780EE4DB07F2D0C1C674', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "complaints_mayread" ("id", "staff", "complaint_id", "site_id") VALUES
('08b39640a135440e83df86a5e3e9eed4', 'ca4a12f07e998b7d8f5480323d5db2ec', '3b20006e7d9a4f01996032fdd843da18', 'b7b29753ca9945ceb0ff322742d93e82'),
('ca16fc4e2c6946ed85068f3568a9b644', 'ca4a12f07e99bfa5afd3dd48d0b47e34', '1eaebe6b46e6412fbf38f4253730cb38', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "complaints_reader" ("id", "since", "staff_id") VALUES
('39e1deb444ca4df1845253abf0f20fbd', '2026-11-20 17:00:00', '272314011d984d39b3ffd97505446770'),
('75c47fea95ca4eb68c76218d72ead38d', '2026-11-20 17:30:00', '372a3a8d60294d2a99b7e895797d9a41');
INSERT INTO "complaints_voice" ("id", "kind", "sound_box", "complaint_id", "site_id") VALUES
('020fef541906471db9e12cf48a95319c', 'Canarié7q e6f65b26e6c42adef375', X'CA4A12F07E9908EDDC9B7A99551BB02015554B981578000E3B5587ED1EE10FFB', '3b20006e7d9a4f01996032fdd843da18', 'b7b29753ca9945ceb0ff322742d93e82'),
('e6dbb7f23af04005b70ff3f46a327da1', 'Canarié7q f0a8b09e8063f231b922', X'CA4A12F07E998C14B07719C28BCA532EFB70D7657E4E8E136C1473C4ADFA77A3', '1eaebe6b46e6412fbf38f4253730cb38', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES
(1, 'sync', 'keptelsewhere'),
(10, 'governance', 'decision'),
(100, 'guests', 'ownsign'),
(101, 'guests', 'pairedphone'),
(102, 'guests', 'placewanted'),
(103, 'guests', 'decoycard'),
(104, 'guests', 'lookalarm'),
(105, 'accounts', 'staff'),
(106, 'accounts', 'badge'),
(107, 'accounts', 'device'),
(108, 'accounts', 'invitation'),
(109, 'accounts', 'membership'),
(11, 'governance', 'proposalplace'),
(110, 'sites', 'coldplan'),
(111, 'sites', 'site'),
(112, 'sites', 'room'),
(113, 'sites', 'placesasked'),
(114, 'sites', 'placesanswered'),
(115, 'sites', 'hours'),
(116, 'sites', 'factsversion'),
(117, 'sites', 'coldspell'),
(118, 'sites', 'closure'),
(119, 'sites', 'bed'),
(12, 'governance', 'commitment'),
(120, 'sites', 'shutter'),
(121, 'sites', 'rulesversion'),
(122, 'sites', 'roomversion'),
(123, 'journal', 'head'),
(124, 'journal', 'line'),
(125, 'journal', 'subject'),
(126, 'journal', 'retry'),
(127, 'common', 'datakey'),
(128, 'common', 'wrongtickets'),
(129, 'common', 'jobrun'),
(13, 'governance', 'reply'),
(130, 'account', 'emailaddress'),
(131, 'account', 'emailconfirmation'),
(132, 'mfa', 'authenticator'),
(133, 'axes', 'accessattempt'),
(134, 'axes', 'accesslog'),
(135, 'axes', 'accessfailurelog'),
(136, 'axes', 'accessattemptexpiration'),
(137, 'auth', 'permission'),
(138, 'auth', 'group'),
(139, 'contenttypes', 'contenttype'),
(14, 'governance', 'opinion'),
(140, 'sessions', 'session'),
(15, 'governance', 'evidence'),
(16, 'reports', 'dayclosed'),
(17, 'reports', 'daytally'),
(18, 'reports', 'morningnote'),
(19, 'paper', 'paperperiod'),
(2, 'sync', 'witness'),
(20, 'paper', 'paperline'),
(21, 'paper', 'packprinted'),
(22, 'paper', 'panichours'),
(23, 'nights', 'heldparty'),
(24, 'nights', 'heldperson'),
(25, 'nights', 'listprinted'),
(26, 'nights', 'nightopened'),
(27, 'nights', 'nightplan'),
(28, 'nights', 'nightround'),
(29, 'nights', 'noplacenumber'),
(3, 'funding', 'agreement'),
(30, 'nights', 'placeproposal'),
(31, 'nights', 'planline'),
(32, 'nights', 'roomround'),
(33, 'nights', 'stay'),
(34, 'nights', 'wakeup'),
(35, 'nights', 'want'),
(36, 'nights', 'youngsheet'),
(37, 'nights', 'youngcall'),
(38, 'nights', 'dutyteam'),
(39, 'goods', 'kind'),
(4, 'funding', 'expense'),
(40, 'goods', 'variant'),
(41, 'goods', 'stock'),
(42, 'goods', 'movement'),
(43, 'goods', 'given'),
(44, 'goods', 'distribution'),
(45, 'goods', 'distributionnumber'),
(46, 'goods', 'kindname'),
(47, 'advice', 'appointment'),
(48, 'advice', 'appointmentcell'),
(49, 'advice', 'away'),
(5, 'funding', 'payer'),
(50, 'advice', 'deadline'),
(51, 'outreach', 'round'),
(52, 'outreach', 'roundneed'),
(53, 'rights', 'guidefile'),
(54, 'rights', 'source'),
(55, 'rights', 'talk'),
(56, 'rights', 'question'),
(57, 'rights', 'headcount'),
(58, 'rights', 'factsheet'),
(59, 'rights', 'topic'),
(6, 'funding', 'receipt'),
(60, 'rights', 'statement'),
(61, 'rights', 'pagemark'),
(62, 'rights', 'page'),
(63, 'rights', 'begunpage'),
(64, 'rights', 'askedquestion'),
(65, 'rights', 'wording'),
(66, 'rights', 'revision'),
(67, 'rights', 'place'),
(68, 'rights', 'point'),
(69, 'rights', 'sheettranslation'),
(7, 'funding', 'share'),
(70, 'rights', 'recording'),
(71, 'rights', 'citation'),
(72, 'rights', 'check'),
(73, 'rights', 'newstatement'),
(74, 'tracing', 'message'),
(75, 'complaints', 'complaint'),
(76, 'complaints', 'voice'),
(77, 'complaints', 'mayread'),
(78, 'complaints', 'reader'),
(79, 'emergency', 'helpcall'),
(8, 'governance', 'proposal'),
(80, 'emergency', 'papervisit'),
(81, 'emergency', 'sitenumbers'),
(82, 'emergency', 'speaks'),
(83, 'emergency', 'trained'),
(84, 'visits', 'bedasked'),
(85, 'visits', 'busrun'),
(86, 'visits', 'doorcount'),
(87, 'visits', 'letter'),
(88, 'visits', 'numbered'),
(89, 'visits', 'servicecount'),
(9, 'governance', 'meeting'),
(90, 'visits', 'tagged'),
(91, 'visits', 'ticket'),
(92, 'visits', 'visit'),
(93, 'guests', 'group'),
(94, 'guests', 'guest'),
(95, 'guests', 'erasepause'),
(96, 'guests', 'acquaintance'),
(97, 'guests', 'keptapart'),
(98, 'guests', 'measure'),
(99, 'guests', 'membership');
INSERT INTO "django_migrations" ("id", "app", "name", "applied") VALUES
(1, 'sites', '0001_initial', '2026-11-20 17:30:00'),
(10, 'account', '0008_emailaddress_unique_primary_email_fixup', '2026-11-20 17:30:00'),
(11, 'account', '0009_emailaddress_unique_primary_email', '2026-11-20 17:30:00'),
(12, 'guests', '0001_initial', '2026-11-20 17:30:00'),
(13, 'advice', '0001_initial', '2026-11-20 17:30:00'),
(14, 'contenttypes', '0001_initial', '2026-11-20 17:30:00'),
(15, 'contenttypes', '0002_remove_content_type_name', '2026-11-20 17:30:00'),
(16, 'auth', '0001_initial', '2026-11-20 17:30:00'),
(17, 'auth', '0002_alter_permission_name_max_length', '2026-11-20 17:30:00'),
(18, 'auth', '0003_alter_user_email_max_length', '2026-11-20 17:30:00'),
(19, 'auth', '0004_alter_user_username_opts', '2026-11-20 17:30:00'),
(2, 'accounts', '0001_initial', '2026-11-20 17:30:00'),
(20, 'auth', '0005_alter_user_last_login_null', '2026-11-20 17:30:00'),
(21, 'auth', '0006_require_contenttypes_0002', '2026-11-20 17:30:00'),
(22, 'auth', '0007_alter_validators_add_error_messages', '2026-11-20 17:30:00'),
(23, 'auth', '0008_alter_user_username_max_length', '2026-11-20 17:30:00'),
(24, 'auth', '0009_alter_user_last_name_max_length', '2026-11-20 17:30:00'),
(25, 'auth', '0010_alter_group_name_max_length', '2026-11-20 17:30:00'),
(26, 'auth', '0011_update_proxy_permissions', '2026-11-20 17:30:00'),
(27, 'auth', '0012_alter_user_first_name_max_length', '2026-11-20 17:30:00'),
(28, 'axes', '0001_initial', '2026-11-20 17:30:00'),
(29, 'axes', '0002_auto_20151217_2044', '2026-11-20 17:30:00'),
(3, 'account', '0001_initial', '2026-11-20 17:30:00'),
(30, 'axes', '0003_auto_20160322_0929', '2026-11-20 17:30:00'),
(31, 'axes', '0004_auto_20181024_1538', '2026-11-20 17:30:00'),
(32, 'axes', '0005_remove_accessattempt_trusted', '2026-11-20 17:30:00'),
(33, 'axes', '0006_remove_accesslog_trusted', '2026-11-20 17:30:00'),
(34, 'axes', '0007_alter_accessattempt_unique_together', '2026-11-20 17:30:00'),
(35, 'axes', '0008_accessfailurelog', '2026-11-20 17:30:00'),
(36, 'axes', '0009_add_session_hash', '2026-11-20 17:30:00'),
(37, 'axes', '0010_accessattemptexpiration', '2026-11-20 17:30:00'),
(38, 'common', '0001_initial', '2026-11-20 17:30:00'),
(39, 'complaints', '0001_initial', '2026-11-20 17:30:00'),
(4, 'account', '0002_email_max_length', '2026-11-20 17:30:00'),
(40, 'emergency', '0001_initial', '2026-11-20 17:30:00'),
(41, 'funding', '0001_initial', '2026-11-20 17:30:00'),
(42, 'goods', '0001_initial', '2026-11-20 17:30:00'),
(43, 'reports', '0001_initial', '2026-11-20 17:30:00'),
(44, 'governance', '0001_initial', '2026-11-20 17:30:00'),
(45, 'journal', '0001_initial', '2026-11-20 17:30:00'),
(46, 'mfa', '0001_initial', '2026-11-20 17:30:00'),
(47, 'mfa', '0002_authenticator_timestamps', '2026-11-20 17:30:00'),
(48, 'mfa', '0003_authenticator_type_uniq', '2026-11-20 17:30:00'),
(49, 'nights', '0001_initial', '2026-11-20 17:30:00'),
(5, 'account', '0003_alter_emailaddress_create_unique_verified_email', '2026-11-20 17:30:00'),
(50, 'outreach', '0001_initial', '2026-11-20 17:30:00'),
(51, 'paper', '0001_initial', '2026-11-20 17:30:00'),
(52, 'rights', '0001_initial', '2026-11-20 17:30:00'),
(53, 'sessions', '0001_initial', '2026-11-20 17:30:00'),
(54, 'sync', '0001_initial', '2026-11-20 17:30:00'),
(55, 'tracing', '0001_initial', '2026-11-20 17:30:00'),
(56, 'visits', '0001_initial', '2026-11-20 17:30:00'),
(6, 'account', '0004_alter_emailaddress_drop_unique_email', '2026-11-20 17:30:00'),
(7, 'account', '0005_emailaddress_idx_upper_email', '2026-11-20 17:30:00'),
(8, 'account', '0006_emailaddress_lower', '2026-11-20 17:30:00'),
(9, 'account', '0007_emailaddress_idx_email', '2026-11-20 17:30:00');
INSERT INTO "emergency_helpcall" ("id", "at", "by", "language", "over_at", "site_id") VALUES
('593828e30b2646ae858b27d0dbdf07a6', '2026-11-20 17:00:00', 'ca4a12f07e990f7608f46964b837511c', 'fr', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('d331f45e52d342c68e78edd2f2c90d6d', '2026-11-20 17:30:00', 'ca4a12f07e99748394a9008ff8eeef6b', 'fr', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "emergency_papervisit" ("id", "at", "on", "paper", "outcome", "answered_by_1", "answered_by_2", "agreed_at", "site_id") VALUES
('ad2e3608c82f442d929ceddff7d5b853', '2026-11-20 17:30:00', '2026-11-20', 'judge', 'nothing_held', 'ca4a12f07e99106bc206785efe1c9bf7', 'ca4a12f07e99ad546eb2f963a9c63308', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('b0ac86d25f604aeb9bd409c02dc7e189', '2026-11-20 17:00:00', '2026-11-20', 'judge', 'nothing_held', 'ca4a12f07e99986e823246531879645a', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "emergency_sitenumbers" ("id", "manager", "lawyer", "interpreters", "paid_line", "paid_code", "site_id") VALUES
('782749a1ff4e425eaf7197668fd1550e', 'Canarié7q 1021383029ce83718649', 'Canarié7q b3f6164226cc297588c1', 'Canarié7q 0accd24e04b19f19d89b', 'Canarié7q e7b169ba402f516f93b4', 'Canarié7q ea67d71e0ef9c80acf58', '76bb38c4679f4ae0ac2eada546670be9'),
('88b7ee30369d4bd7a2b324db8540b5b1', 'Canarié7q 72afe2e70ac5e9365be6', 'Canarié7q 57005523f5ee3bce795e', 'Canarié7q b14f00ffaf7a8fb612cc', 'Canarié7q 5d60e906a745c19784c9', 'Canarié7q 6a4db8c3771c75ece861', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "emergency_speaks" ("id", "language", "site_id", "staff_id") VALUES
('c377a7fc833640fc89f0414cf611bd3c', 'fr', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('f166b271c6024f62ac662c23203d2b22', 'fr', 'b7b29753ca9945ceb0ff322742d93e82', '12d1be6f6f6e4b8591916536b782dbf6');
INSERT INTO "emergency_trained" ("id", "what", "on", "site_id", "staff_id") VALUES
('b05f24f7e0414a478e700bb2682e435a', 'first_aid', NULL, 'b7b29753ca9945ceb0ff322742d93e82', '12d1be6f6f6e4b8591916536b782dbf6'),
('d20216f6ff534b96979db7bf11d50ed3', 'first_aid', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961');
INSERT INTO "funding_agreement" ("id", "title", "currency", "amount_cents", "starts_on", "ends_on") VALUES
('913c477462f0427abfdaa18bff1fd8a2', 'Canarié7q a7f1c98bf71fda4041bc', 'EUR', 1, '2026-11-20', '2026-11-20'),
('e290936e14da4bde9d548fd6e1a27cc6', 'Canarié7q 361ec024a05e8b309055', 'EUR', 1, '2026-11-20', '2026-11-20');
INSERT INTO "funding_expense" ("id", "what", "currency", "cents", "paid_on", "covers_from", "covers_until", "purpose", "clause", "proof_reference", "proof_digest", "recorded_by", "site_id", "corrects_id") VALUES
('20b76a8122cd40e58cfce9bdad6a938d', 'Canarié7q 71ca1ca869bc48dcd53f', 'EUR', 1, '2026-11-20', NULL, NULL, 'feed', 'Canarié7q 23a9203a93aa5dbb4990', 'Canarié7q 5814cd485942628c0eae', NULL, 'ca4a12f07e99ca83e4719379311fc28c', 'b7b29753ca9945ceb0ff322742d93e82', NULL),
('4d7a8ef5b4624914b3ad177ca8ff5dde', 'Canarié7q 37087922b791c2ddfb4f', 'EUR', 1, '2026-11-20', '2026-11-20', '2026-11-20', 'feed', 'Canarié7q b5865594def174e6377a', 'Canarié7q 7d172875491abc682853', X'CA4A12F07E997D98B3E35BCF5D77C8760F8BF24A2E1505157AECB4423D534337', 'ca4a12f07e99d736f09c3b9405bc9290', '76bb38c4679f4ae0ac2eada546670be9', NULL);
INSERT INTO "funding_payer" ("id", "name", "weight", "position", "agreement_id") VALUES
('a2f7e91cfe40413a86cdcf6e7c9192c7', 'Canarié7q 27fcd4bb053e1ad11510', 1, 1, 'e290936e14da4bde9d548fd6e1a27cc6'),
('c129e619ee404a34aa8a8011277728a8', 'Canarié7q 720d55c50a62617aa6f4', 1, 1, '913c477462f0427abfdaa18bff1fd8a2');
INSERT INTO "funding_receipt" ("id", "kind", "size", "box", "expense_id", "site_id") VALUES
('1081bb9170d643ff8818cf3c2dcfce28', 'application/pdf', 1, X'CA4A12F07E99F8FBCABA51BE0EFCEED1DD2004D30E61F2DD3B88C115902A6E94', '4d7a8ef5b4624914b3ad177ca8ff5dde', '76bb38c4679f4ae0ac2eada546670be9'),
('48a2af7bf613473684659251eaa99968', 'application/pdf', 1, X'CA4A12F07E99AF9BE81E569143F1859BA84409ECF9524CFCCBD127D2C5DA37AF', '20b76a8122cd40e58cfce9bdad6a938d', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "funding_share" ("id", "position", "currency", "cents", "owed_currency", "owed_cents", "rate_currency", "rate", "rate_on", "rate_source", "expense_id", "payer_id", "site_id") VALUES
('1ae11ba0bc98485c839492996c8b880d', 1, 'EUR', 1, 'EUR', 1, 'Can', 1, '2026-11-20', 'Canarié7q 3029addf021874061040', '4d7a8ef5b4624914b3ad177ca8ff5dde', 'c129e619ee404a34aa8a8011277728a8', '76bb38c4679f4ae0ac2eada546670be9'),
('5c7517d1a81a4e48a47312f9b3b4505c', 1, 'EUR', 1, 'EUR', 1, 'Can', 1, '2026-11-20', 'Canarié7q f99cea26f249e64f0a28', '20b76a8122cd40e58cfce9bdad6a938d', 'a2f7e91cfe40413a86cdcf6e7c9192c7', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "goods_distribution" ("id", "quantity", "left", "on", "starts_at", "place", "announced_at", "ended_at", "site_id", "variant_id") VALUES
('1ccf6f5d5de24d4f94bf0a8ce76e0304', 1, 1, '2026-11-20', '2026-11-20 17:30:00', 'gate', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', 'ac0f2f71b22d47988ea308db4ba0c0a0'),
('db5d4d767b194658b42909e079d28ff9', 1, 1, '2026-11-20', '2026-11-20 17:00:00', 'gate', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', '3cff603cfa694e02911b085e16b0905d');
INSERT INTO "goods_distributionnumber" ("id", "number", "taken_at", "given_at", "ended_at", "distribution_id", "guest_id", "site_id") VALUES
('977c10206b6e4187b4e39cd89cec79d0', 1, '2026-11-20 17:00:00', NULL, NULL, 'db5d4d767b194658b42909e079d28ff9', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('b0e7e8a3c8bc4ba5a4ff780a43dc1e97', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '1ccf6f5d5de24d4f94bf0a8ce76e0304', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "goods_given" ("id", "quantity", "reason", "at", "on", "ended_at", "guest_id", "site_id", "variant_id") VALUES
('fa55ac5f763046cf8924cd2520f4a072', 1, 'first', '2026-11-20 17:00:00', '2026-11-20', NULL, '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82', '3cff603cfa694e02911b085e16b0905d'),
('fb8343ce701a4f7aa3512850cca6f98e', 1, 'first', '2026-11-20 17:30:00', '2026-11-20', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', 'ac0f2f71b22d47988ea308db4ba0c0a0');
INSERT INTO "goods_kind" ("id", "code", "pictogram", "position", "in_winter", "in_summer", "given_as") VALUES
('5ae37dd4eca9451cba9bae0838c70fae', 'cffc1e71837a45b', 'blanket', 1, 0, 0, 'piece'),
('ad5bd418490f454cbb0fcc363b3d9001', 'c46b0fdfefbf4dc', 'blanket', 1, 0, 0, 'piece');
INSERT INTO "goods_kindname" ("id", "language", "name", "kind_id") VALUES
('4bc11797baf54ad49cfae08c4586cde8', 'Canarié7q ', 'Canarié7q c20368fc15d275bcd1bb', '5ae37dd4eca9451cba9bae0838c70fae'),
('fa59d2a6762f4632a3f9c5dcffbe7c8e', 'Canarié7q ', 'Canarié7q 39c50f3a475b1dc02faf', 'ad5bd418490f454cbb0fcc363b3d9001');
INSERT INTO "goods_movement" ("id", "quantity", "reason", "at", "on", "line", "site_id", "variant_id") VALUES
('6d5210938c8a43df96debf78ea765211', 1, 'received', '2026-11-20 17:00:00', '2026-11-20', 'ca4a12f07e994f20b4e7a8390543abf7', 'b7b29753ca9945ceb0ff322742d93e82', '3cff603cfa694e02911b085e16b0905d'),
('ff83a4d947dc461899ca9decbc716512', 1, 'received', '2026-11-20 17:30:00', '2026-11-20', 'ca4a12f07e99efec53065e3377c44559', '76bb38c4679f4ae0ac2eada546670be9', 'ac0f2f71b22d47988ea308db4ba0c0a0');
INSERT INTO "goods_stock" ("id", "balance", "promised", "site_id", "variant_id") VALUES
('6fda54b1088e420b883025e683c94154', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82', '3cff603cfa694e02911b085e16b0905d'),
('d3b0e831a1fe444cb35e5ed79f019fbc', 1, 1, '76bb38c4679f4ae0ac2eada546670be9', 'ac0f2f71b22d47988ea308db4ba0c0a0');
INSERT INTO "goods_variant" ("id", "size", "position", "kind_id") VALUES
('3cff603cfa694e02911b085e16b0905d', 'c5a3790c4eb2', 1, '5ae37dd4eca9451cba9bae0838c70fae'),
('ac0f2f71b22d47988ea308db4ba0c0a0', 'c34e7c72008c', 1, 'ad5bd418490f454cbb0fcc363b3d9001');
INSERT INTO "governance_commitment" ("id", "places", "since", "site_id", "decision_id", "place_id") VALUES
('6198d3fcf71748bb9ddacc1f8041553f', 1, '2026-11-20', 'b7b29753ca9945ceb0ff322742d93e82', '22930883da3a496480f2da3a1649499a', '263834c828034ed29330039c57c96749'),
('bf9d3b926a344d0db7cbab8ee60a8eb4', 1, '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', '3ddfd565702d4f16b7583c37131e079f', '72971dc67fe3478ca3eec7819eddea78');
INSERT INTO "governance_decision" ("id", "body", "answer", "conditions", "decided_on", "written_by", "proposal_id") VALUES
('22930883da3a496480f2da3a1649499a', 'mayor', 'yes', 'Canarié7q 74867ee0accfe0393a5a', '2026-11-20', 'ca4a12f07e9902787c9e55ad764bacae', '5c9f8fde7bc14f1fa9944de751329eca'),
('3ddfd565702d4f16b7583c37131e079f', 'mayor', 'yes', 'Canarié7q 56b2e8f862ba1a3a75d5', '2026-11-20', 'ca4a12f07e995a082631ca15c8d220af', 'f817e312fefc43178fcf7d24226297d8');
INSERT INTO "governance_evidence" ("id", "on", "code", "value", "site_id", "proposal_id") VALUES
('156ee9b3ce4c4a7f9a85e762d9c6dcf7', '2026-11-20', 'Canarié7q a3010884d68e6f605d58', 1, '76bb38c4679f4ae0ac2eada546670be9', 'f817e312fefc43178fcf7d24226297d8'),
('91ffacd909cd4e98b5aeda6d12053360', '2026-11-20', 'Canarié7q 9f1e01f0fcee60aa5f06', 1, 'b7b29753ca9945ceb0ff322742d93e82', '5c9f8fde7bc14f1fa9944de751329eca');
INSERT INTO "governance_meeting" ("id", "held_on", "town", "bodies", "proposal_id") VALUES
('21333bc52aa54f9abdc931e66b8ceec4', '2026-11-20', 'Canarié7q 8e693d4b3951e482a396', '[]', '5c9f8fde7bc14f1fa9944de751329eca'),
('84a52d6070fd4a2a8a7da2000dadaef1', '2026-11-20', 'Canarié7q 5daa6bddf483d56e8824', '[]', 'f817e312fefc43178fcf7d24226297d8');
INSERT INTO "governance_opinion" ("id", "body", "verdict", "reasons", "given_on", "written_by", "superseded_at", "proposal_id") VALUES
('0541c954e7884e0895e7a8b1603f611f', 'mayor', 'favourable', 'Canarié7q 27cc5c354db36435b361', '2026-11-20', 'ca4a12f07e99e276926384f86663a99d', '2026-11-20 17:30:00', 'f817e312fefc43178fcf7d24226297d8'),
('9770824737cd4470b898a75c2fd28cbe', 'mayor', 'favourable', 'Canarié7q fd8a2134e35350e8c4da', '2026-11-20', 'ca4a12f07e99f2be02c0d3fa73109536', NULL, '5c9f8fde7bc14f1fa9944de751329eca');
INSERT INTO "governance_proposal" ("id", "code", "title", "text", "places_wanted", "made_by", "written_by", "made_on") VALUES
('5c9f8fde7bc14f1fa9944de751329eca', 'c7da94a52b8596c', 'Canarié7q 6e942e395f2973493eab', 'Canarié7q 0cbf06e7b7ff5fb3ac71', 1, 'mayor', 'ca4a12f07e99fa11b73a8831b91aec21', '2026-11-20'),
('f817e312fefc43178fcf7d24226297d8', 'cc52ad333bc78a3', 'Canarié7q d3d51fe8a90af76c49e2', 'Canarié7q 7fb38a761b9865a19a21', 1, 'mayor', 'ca4a12f07e99e81d6e45c964ac168cd3', '2026-11-20');
INSERT INTO "governance_proposalplace" ("id", "name", "kind", "site_code", "town", "address", "places", "position", "proposal_id") VALUES
('263834c828034ed29330039c57c96749', 'Canarié7q 8e98c84fb4a5753812f2', 'day_centre', 'ccf4d678bbf17a8', 'Canarié7q 3d9fc35e127388c71cf4', 'Canarié7q 20dd4f86c69925979072', 1, 1, '5c9f8fde7bc14f1fa9944de751329eca'),
('72971dc67fe3478ca3eec7819eddea78', 'Canarié7q 57008a31aae992a755c8', 'day_centre', 'cc00913803cda58', 'Canarié7q 7650eeabd264f03b9ad1', 'Canarié7q 964e4f58f21db6c85830', 1, 1, 'f817e312fefc43178fcf7d24226297d8');
INSERT INTO "governance_reply" ("id", "body", "text", "written_at", "written_by", "ended_at", "note_id", "site_id") VALUES
('6c8556fa131c4c4cab01531ace6653f4', 'mayor', 'Canarié7q c5486827fb22025c1217', '2026-11-20 17:00:00', 'ca4a12f07e996c7ffed0de70ae1fc711', NULL, '28f4da9ef50049568d55cc20d760f201', 'b7b29753ca9945ceb0ff322742d93e82'),
('b7771d6c79b54860b278e02966cb2841', 'mayor', 'Canarié7q a5195bd73c7a51d6bad1', '2026-11-20 17:30:00', 'ca4a12f07e990e6e0f9c08b737559253', '2026-11-20 17:30:00', 'aa7e1e5ada8942359d953cc6e4a7dd9b', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_acquaintance" ("id", "known_key", "site_id", "guest_id") VALUES
('8db5c4316c29445880a834ef4261bf0f', X'CA4A12F07E9930FB3AB14628EE0190ACE43C04A704B66084CA8180A11BA88B35', 'b7b29753ca9945ceb0ff322742d93e82', '9770466b0e7140c3989c547addc944d4'),
('dcae2feebf2d40899e8b64b55fa8d8fd', X'CA4A12F07E996998CFA190E45B6CC356F0C99DAF1F404879C9DD9F473082B977', '76bb38c4679f4ae0ac2eada546670be9', '2c673e7c6bac4f88aebd19d6acf2de3c');
INSERT INTO "guests_decoycard" ("id", "made_at", "guest_id", "site_id") VALUES
('6c50aeedd43048718c6d3204a5a84622', '2026-11-20 17:00:00', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('bd99c7f820fc459d952a14b93937af34', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_erasepause" ("id", "until", "asked_by", "asked_on", "agreed_by", "site_id", "guest_id") VALUES
('14fc6578684a410485a66649d8cfcbc0', '2026-11-20', 'ca4a12f07e9936d4c1ce2dd2e72dc323', '2026-11-20', NULL, 'b7b29753ca9945ceb0ff322742d93e82', '9770466b0e7140c3989c547addc944d4'),
('c593e544990a4be6819f1d802683d370', '2026-11-20', 'ca4a12f07e99f2478bc65aeed4ef3381', '2026-11-20', 'ca4a12f07e99dddbb2be8eb5a1853196', '76bb38c4679f4ae0ac2eada546670be9', '2c673e7c6bac4f88aebd19d6acf2de3c');
INSERT INTO "guests_group" ("id", "is_family", "agreed_neighbouring", "site_id") VALUES
('9e31b7387b18479ebb032215d4c4ef06', 0, 0, 'b7b29753ca9945ceb0ff322742d93e82'),
('e71db7c4396f473f94137f571d3a94c3', 0, 0, '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_guest" ("id", "card_key", "spoken_box", "state", "language", "counted", "placed", "made_on", "in_cot", "ask_in_private", "protected", "site_id", "on_card_of_id", "replaced_by_id") VALUES
('2c673e7c6bac4f88aebd19d6acf2de3c', X'CA4A12F07E99E92E151B25E13C90478DF5333B8507641EA9CBC6E51A78CE71E0', X'CA4A12F07E9978104229FE10A24869679591D8F9DA44E9D12BD80C993D37CA78', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL),
('61492b575f3940eab5227ef984580b4c', X'CA4A12F07E99FD4CE2DDACF1298DAB246A88853C207058D25A465C8CF849DE44', X'CA4A12F07E99235908CFD2F150B207BD0C95C254D823234163D015AC44AD066E', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL),
('63877554b4924784b43e92545b909354', X'0FE0948C99A3B7E38899DB35A99AFB4601FA04E8AC2324142FE365DEE56CBA64', X'09068727F50E061B1DCE792506477FB23D4C7FBF80A523', 'live', '', '', 'in_turn', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL),
('6b3ef84682fe4c6082012ff15633a90e', X'CA4A12F07E99AC71F4C2D0C2F59E26F2FCC87782F8E5A57F5005F4C2DA047938', X'CA4A12F07E99FE86FA69FD944DE276F66D273D7E0FA2C47AAAEFA541A7153149', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL),
('7053bbb9b6974083bf8ab2e81de286c4', X'6E07EBB984AD4EE5E4C3DC4A9610750F3EA1AC0C231551F5FCCE1088D7BCA3CE', X'AB797BB5017E53469683D8C7945F800E943E832BE45B2E', 'live', '', '', 'in_turn', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL),
('9770466b0e7140c3989c547addc944d4', X'CA4A12F07E99BC4892FE5CC64E5DCB06BFB76465F055FE6AF512D83CBA8B095C', X'CA4A12F07E992246608ECC1B557E377BF2908623FF51CA0886C3F7CF9B2F4990', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL);
INSERT INTO "guests_keptapart" ("id", "since", "set_by", "one_id", "other_id", "site_id") VALUES
('2f0d2274c9e84939a86796e5a8c8e7a8', '2026-11-20', 'ca4a12f07e99d4e4d7476d0fbc500cfc', '9770466b0e7140c3989c547addc944d4', '61492b575f3940eab5227ef984580b4c', 'b7b29753ca9945ceb0ff322742d93e82'),
('b5cbc3efd98a47e3b098278f0aa9484a', '2026-11-20', 'ca4a12f07e99884a22b89d3b3e4ad895', '2c673e7c6bac4f88aebd19d6acf2de3c', '6b3ef84682fe4c6082012ff15633a90e', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_lookalarm" ("id", "kind", "by", "cards", "since", "last_at", "seen_at", "seen_by", "decoy_id", "site_id") VALUES
('1d4a92ee185a4d6d9585d2dcfc00c3d8', 'many', 'ca4a12f07e9986bc524303603c89a6bf', 1, '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('eb28bf6d73c6417f9fe124b5cfef382b', 'many', 'ca4a12f07e99996baf8dc58129f048e1', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'ca4a12f07e9949a8e74916ea53e9c2e1', 'bd99c7f820fc459d952a14b93937af34', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_measure" ("id", "until", "written_on", "note_box", "asked_by", "agreed_by", "other_place", "ended_on", "appeal_key", "appeal_box", "answer_box", "guest_id", "site_id") VALUES
('5a527f19112240b8abce91a999d45df7', '2026-11-20', '2026-11-20', X'CA4A12F07E993E27AEEC07C8AA1C31D71BA5B1AB1737A81730E9CAF96C2B999B', NULL, NULL, 'other_house', NULL, X'CA4A12F07E99C800068D1F45D832A453B8B5D20855DB77B396176F4B85DFDA79', X'CA4A12F07E99ABB8B1EFC0186C45DA99B62882FDC1DE298F88720600E3B7DADA', X'CA4A12F07E996EEE5E38EE303F09723FBCDDCE5DC2CE11690B438A7202CBD699', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('ea8ef9cb7afd4b6b913a761d396e5d3e', '2026-11-20', '2026-11-20', X'CA4A12F07E99E29D31C7CBFF4DE2775B826EDE16B777C8B0754260F199FC6BF4', 'ca4a12f07e99157b6f11997bf2ae5814', 'ca4a12f07e9991fe5159dd4e698b12d0', 'other_house', '2026-11-20', X'CA4A12F07E9953F4F8FAF4870747D4AF04694A6E252CDF2B957D337F50BD8B80', X'CA4A12F07E998D5120304E022683C09413A5263E6F55357F500217DC0B1AA4DB', X'CA4A12F07E994C9F205751F4DA8633DDC5441D52C51D5216DD4E51050F6CFBE9', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_membership" ("id", "since", "until", "group_id", "guest_id", "site_id") VALUES
('252cdf92296c4b788e56e7d55844fd51', '2026-11-20', NULL, '9e31b7387b18479ebb032215d4c4ef06', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('5cc79d2b766446f0a59d8e584652d693', '2026-11-20', '2026-11-20', 'e71db7c4396f473f94137f571d3a94c3', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_ownsign" ("id", "sign_key", "guest_id", "site_id") VALUES
('aaf24d56dce84484bb143579277ee5ec', X'CA4A12F07E990CD4F0D82A5BADCE99D32C8B5BF7BD47F58A50A065590567B221', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('b399fa68980b4d01bb1bfc95808eaadd', X'CA4A12F07E99282886924FB81CE03D9DD398EED771E1780640645D8ACB93965F', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_pairedphone" ("id", "token_hash", "until", "since", "guest_id", "site_id") VALUES
('0bb44f6a3d5447c6af109b6c03b839a0', X'CA4A12F07E992FFD6C03BA7CE75299F6F82A9AF9CDB526A42D634E84AC141D11', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('b96e87b27d8944ab9eefe903db47d1ca', X'CA4A12F07E995FCF530880899510098EDA22357066885E61A62DF6409674A71D', '2026-11-20 17:00:00', NULL, '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_placewanted" ("id", "need", "guest_id", "site_id") VALUES
('0ce5c81ac8aa4d4d906009cbe71f54e6', 'ground_floor', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('17c86c75dd884a44a33ee0bbe311fa9d', 'ground_floor', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "journal_head" ("site", "epoch", "seq", "hash") VALUES
('76bb38c4679f4ae0ac2eada546670be9', 1, 4, X'EB59995C829C3957FAD3EB76E658F042B5813D1F8F067AEF7AB219EB1B036A9A'),
('b7b29753ca9945ceb0ff322742d93e82', 1, 4, X'C07AB1710C5BC029E00FEC028FBDA6937CD928DE00379E02F78B81A852CD1C87');
INSERT INTO "journal_line" ("id", "site", "epoch", "seq", "at", "recorded_at", "actor", "kind", "undoes", "body", "hash") VALUES
('0164c891f2894d7eb6383d32bf6ee878', '76bb38c4679f4ae0ac2eada546670be9', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'sites.founded', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B226B696E64223A22686F7374656C227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223031363463383931663238393464376562363338336433326266366565383738222C226B696E64223A2273697465732E666F756E646564222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A312C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'CD40FC4C9394F525678BB72CD9AF909C6022CB2B4EFB512E6B208349E0E82F3C'),
('06b0b150653846e8b57db7188934dd1f', 'b7b29753ca9945ceb0ff322742d93e82', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'sites.founded', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B226B696E64223A226461795F63656E747265227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223036623062313530363533383436653862353764623731383839333464643166222C226B696E64223A2273697465732E666F756E646564222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A312C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'D35407E1DB378832F05D4EDFCDD8578AA146DFBD609A37FAD2099680E3645836'),
('174fc28f067f48eb8e74a3b52f047755', '76bb38c4679f4ae0ac2eada546670be9', 1, 4, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'visits.arrived', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223137346663323866303637663438656238653734613362353266303437373535222C226B696E64223A227669736974732E61727269766564222C2270726576696F7573223A2235666633336634343065366532333463613436623464663133633739326237383736616566396137346636363631313531653134373362663730356632643232222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A342C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B2261383962376162363134616464623862346534353565393736363763366165383964633766366538393834363638643765343163373565313739613636343265225D2C22756E646F6573223A6E756C6C7D', X'EB59995C829C3957FAD3EB76E658F042B5813D1F8F067AEF7AB219EB1B036A9A'),
('2061b140da5d4e5d884b1d7bac6293aa', 'b7b29753ca9945ceb0ff322742d93e82', 1, 3, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'guests.card_made', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223230363162313430646135643465356438383462316437626163363239336161222C226B696E64223A226775657374732E636172645F6D616465222C2270726576696F7573223A2234656435356434386536643861376366356266326464626439646532333136643038336237363466653439366537386430626236343038373231316139303338222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A332C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B2230373831653864326334626432636439353631656439646530383435366664636336326565346465313666636461363538303539656538383466613266313936225D2C22756E646F6573223A6E756C6C7D', X'7331049225B8CFA10C39C13F0DB97190CAF198F93B2D104C0B649C783B27FFD3'),
('4254af5947a04400bf874f0b3a12a17c', 'b7b29753ca9945ceb0ff322742d93e82', 1, 4, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'visits.arrived', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223432353461663539343761303434303062663837346630623361313261313763222C226B696E64223A227669736974732E61727269766564222C2270726576696F7573223A2237333331303439323235623863666131306333396331336630646239373139306361663139386639336232643130346330623634396337383362323766666433222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A342C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B2233363134383033383835336531326164653264653439623437376164633438636633633530666638363439663166316432363830393539316361336363363534225D2C22756E646F6573223A6E756C6C7D', X'C07AB1710C5BC029E00FEC028FBDA6937CD928DE00379E02F78B81A852CD1C87'),
('9293bbc016f244829c550381baf66236', '76bb38c4679f4ae0ac2eada546670be9', 1, 2, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'accounts.invited', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B2264617973223A6E756C6C2C22726F6C65223A226D616E61676572227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223932393362626330313666323434383239633535303338316261663636323336222C226B696E64223A226163636F756E74732E696E7669746564222C2270726576696F7573223A2263643430666334633933393466353235363738626237326364396166393039633630323263623262346566623531326536623230383334396530653832663363222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A322C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'7CDD4BDDB195FAE0B50536FCD884A49FF41561137057E046DAE42E542CB9D9A9'),
('baa82e98f9f04730aea781b821e73310', 'b7b29753ca9945ceb0ff322742d93e82', 1, 2, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'accounts.invited', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B2264617973223A6E756C6C2C22726F6C65223A226D616E61676572227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A226261613832653938663966303437333061656137383162383231653733333130222C226B696E64223A226163636F756E74732E696E7669746564222C2270726576696F7573223A2264333534303765316462333738383332663035643465646663646438353738616131343664666264363039613337666164323039393638306533363435383336222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A322C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'4ED55D48E6D8A7CF5BF2DDBD9DE2316D083B764FE496E78D0BB64087211A9038'),
('e4ed4a88673d438ba95390a9a47cf89d', '76bb38c4679f4ae0ac2eada546670be9', 1, 3, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'guests.card_made', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A226534656434613838363733643433386261393533393061396134376366383964222C226B696E64223A226775657374732E636172645F6D616465222C2270726576696F7573223A2237636464346264646231393566616530623530353336666364383834613439666634313536313133373035376530343664616534326535343263623964396139222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A332C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B2239343462336339656166653234323637653564323331663063653231643238316464373435376533666534313033316565663162633133336239333232613434225D2C22756E646F6573223A6E756C6C7D', X'5FF33F440E6E234CA46B4DF13C792B7876AEF9A74F6661151E1473BF705F2D22');
INSERT INTO "journal_retry" ("id", "actor", "value", "body_hash", "results", "at", "line_id") VALUES
('00fd092758df45559d4a69a42549c551', '00000000000040008000000000000001', '7c99efcada3845efad1536bd42208f50', X'', '{"guest": "63877554b4924784b43e92545b909354", "waited": false}', '2026-11-20 17:30:00', 'e4ed4a88673d438ba95390a9a47cf89d'),
('3991976735004b5a890602ca23e0514e', '00000000000040008000000000000001', '28614ac582d34b318a401ed2cae7644d', X'', '{"visit": "d4f217e512734317aea32a63e1749614"}', '2026-11-20 17:30:00', '4254af5947a04400bf874f0b3a12a17c'),
('45b3d814862f4163a7b06b6e475f6d2a', '00000000000040008000000000000001', 'c4770dd00c494464a39e838b55bfbd7b', X'', '{}', '2026-11-20 17:30:00', '0164c891f2894d7eb6383d32bf6ee878'),
('6d93809e6463437d963b91aab383b711', '00000000000040008000000000000001', '2bdf93e1b40d4695a98ba41647ce35b7', X'', '{}', '2026-11-20 17:30:00', '06b0b150653846e8b57db7188934dd1f'),
('a0f76686a66a409b9634792c99a290d2', '00000000000040008000000000000001', '27be5947c70141dcb5ae142c23d2b6bf', X'', '{"invitation": "053fd87a35ed48f38314e1b725cc6c9f"}', '2026-11-20 17:30:00', '9293bbc016f244829c550381baf66236'),
('a746c899e9554808a54c79efab0c9e41', '00000000000040008000000000000001', 'ad68a9c724624de98adf3fc3f5d6bff9', X'', '{"visit": "c54f1246d0434ec980cac02234b49643"}', '2026-11-20 17:30:00', '174fc28f067f48eb8e74a3b52f047755'),
('d2b080342e0c4677bdc2e6a9e1f50062', '00000000000040008000000000000001', '12236b8bb5734e92b899827436ca31cc', X'', '{"invitation": "b355a3bc85d84808b4c34161c1d7e46c"}', '2026-11-20 17:30:00', 'baa82e98f9f04730aea781b821e73310'),
('edac3a4f98e7494386755c90c7df603b', '00000000000040008000000000000001', '092f91be3528436f93dc18cd392c6217', X'', '{"guest": "7053bbb9b6974083bf8ab2e81de286c4", "waited": false}', '2026-11-20 17:30:00', '2061b140da5d4e5d884b1d7bac6293aa');
INSERT INTO "journal_subject" ("id", "nonce", "guest", "line_id") VALUES
('1a795ffa1205435b992c4779c145b490', X'9D32178E1C36120F30CDEDFFBE278A08', '7053bbb9b6974083bf8ab2e81de286c4', '4254af5947a04400bf874f0b3a12a17c'),
('3e1650b897f4420ea787312d16259f95', X'D38F0B162C7922E1C8E29199CA87AC53', '63877554b4924784b43e92545b909354', 'e4ed4a88673d438ba95390a9a47cf89d'),
('a414e5101b65467d9039e01912a5a3ea', X'D20BEF153AE7285EA18E483DCC7933F6', '63877554b4924784b43e92545b909354', '174fc28f067f48eb8e74a3b52f047755'),
('e60a7f61383e4009acaaf6694f2c6c6d', X'90C02F3A2CF7D674D07911FA322E1F31', '7053bbb9b6974083bf8ab2e81de286c4', '2061b140da5d4e5d884b1d7bac6293aa');
INSERT INTO "nights_dutyteam" ("id", "phone", "set_at", "set_by", "site_id") VALUES
('5d4976923932487296128624e9e5d9af', 'Canarié7q 545649ce7470e5618567', '2026-11-20 17:00:00', 'ca4a12f07e994ef478396729d7b6da7d', 'b7b29753ca9945ceb0ff322742d93e82'),
('95b2283f18654a70a4d406ece164bc81', 'Canarié7q a88913ccaebd48d357fb', '2026-11-20 17:30:00', 'ca4a12f07e99840d8bdba140cd1f30c3', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_heldparty" ("id", "night", "number", "asked_by", "nameless", "arriving_at", "until", "made_at", "ended_at", "end", "asked_id", "beside_id", "site_id") VALUES
('1b73f0ef4dc8470d8494f415bf24c1dd', '2026-11-20', 1, 'outreach', 0, NULL, '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'came', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('8f9723e6cc9b4399b4428f71ef0c561a', '2026-11-20', 1, 'outreach', 0, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'came', '01db6031d2d740e99be6415d2ce2861c', 'e71db7c4396f473f94137f571d3a94c3', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_heldperson" ("id", "guest_id", "party_id", "site_id") VALUES
('162935e883504387bc9a5e816dfd1e56', '2c673e7c6bac4f88aebd19d6acf2de3c', '8f9723e6cc9b4399b4428f71ef0c561a', '76bb38c4679f4ae0ac2eada546670be9'),
('7478230cf1a841848d409713e1cb9245', '9770466b0e7140c3989c547addc944d4', '1b73f0ef4dc8470d8494f415bf24c1dd', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_listprinted" ("id", "night", "printed_at", "why", "inside", "changes", "site_id") VALUES
('3a261c094d6948c98df0a38bdf5ff90d', '2026-11-20', '2026-11-20 17:30:00', 'hour', 1, 1, '76bb38c4679f4ae0ac2eada546670be9'),
('3e842fa18c5e4c3f8412e4bb3d674348', '2026-11-20', '2026-11-20 17:00:00', 'hour', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_nightopened" ("id", "night", "opened_at", "carried", "without_bed", "site_id") VALUES
('2c83ae95b41a44d0bda5344480c479e0', '2026-11-20', '2026-11-20 17:00:00', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82'),
('d791002a3bcf4e33a7c11c42400e20b9', '2026-11-20', '2026-11-20 17:30:00', 1, 1, '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_nightplan" ("id", "night", "made_at", "goals", "undone_at", "site_id") VALUES
('416ea353aaa1476bb39c5471cc2373c1', '2026-11-20', '2026-11-20 17:30:00', '[]', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('d5fe57a37d524a6097fbf4e8b273b75d', '2026-11-20', '2026-11-20 17:00:00', '[]', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_nightround" ("id", "night", "number", "began_at", "ended_at", "site_id") VALUES
('acdef6e10b3344a48a3cb452c2d0c325', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('d28252d02596456c8512ed6db74cdc6b', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_noplacenumber" ("id", "night", "why", "number", "said_at", "ended_at", "site_id") VALUES
('6ef777f87f4a4cb7bc272a369300e174', '2026-11-20', 'Canarié7q 354ddbf2d5', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('e0240cf4cff7456194df7c542ed34ed4', '2026-11-20', 'Canarié7q 5461b7b138', 1, '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_placeproposal" ("id", "night", "kind", "made_at", "answered_at", "answer", "by", "group_id", "site_id") VALUES
('8208a4e2c8594b23974d0fb6720918dc', '2026-11-20', 'split_rooms', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'agreed', 'ca4a12f07e99bfc22c8d9c116bf2a7d2', 'e71db7c4396f473f94137f571d3a94c3', '76bb38c4679f4ae0ac2eada546670be9'),
('f68c805f6cfd4566b1155288b7fd94a3', '2026-11-20', 'split_rooms', '2026-11-20 17:00:00', NULL, 'agreed', NULL, '9e31b7387b18479ebb032215d4c4ef06', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_planline" ("id", "party", "why", "about", "overruled", "overruled_by", "guest_id", "plan_id", "room_id", "site_id") VALUES
('2476032e46a14368a8f691cc690df564', 'ca4a12f07e992544972ddd88c6d19519', 'Canarié7q a80180fd047032d23257', '[]', 'safer', 'ca4a12f07e996869dae60e6bf99515dc', '2c673e7c6bac4f88aebd19d6acf2de3c', '416ea353aaa1476bb39c5471cc2373c1', '444844da2abd478e88b44b15bb46f3d0', '76bb38c4679f4ae0ac2eada546670be9'),
('793dae383dd84171aa6055bf4126f2a1', 'ca4a12f07e9950a2579fe20acdd4c8b2', 'Canarié7q 8de0329d4b4a36050043', '[]', 'safer', NULL, '9770466b0e7140c3989c547addc944d4', 'd5fe57a37d524a6097fbf4e8b273b75d', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_roomround" ("id", "night", "seen_at", "expected", "seen", "others", "ended_at", "room_id", "round_id", "site_id") VALUES
('5e5ea764a724442b8a939e0300d546ec', '2026-11-20', '2026-11-20 17:30:00', 1, 1, 1, '2026-11-20 17:30:00', '444844da2abd478e88b44b15bb46f3d0', 'd28252d02596456c8512ed6db74cdc6b', '76bb38c4679f4ae0ac2eada546670be9'),
('f5d7ee6e02f74992ab511aca8ccdc291', '2026-11-20', '2026-11-20 17:00:00', 1, 1, 1, NULL, 'c7a4e97389744c8abca97f3e689135f5', 'acdef6e10b3344a48a3cb452c2d0c325', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_stay" ("id", "night", "given_at", "arrived_at", "left_at", "leaving", "fetch_first", "away_from", "away_until", "carried", "ended_at", "end_reason", "bed_id", "guest_id", "site_id") VALUES
('de489954d4cd4d2284f8c7392b3b566c', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 0, 0, '2026-11-20', '2026-11-20', 0, '2026-11-20 17:30:00', 'freed', '3a2f987f00214c30847726f2d22d2586', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('f093289e08e1491b809ab86a2de743ef', '2026-11-20', '2026-11-20 17:00:00', NULL, NULL, 0, 0, NULL, NULL, 0, NULL, 'freed', '14ab6617cd4d439a86d79f2dc25ec368', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_wakeup" ("id", "night", "wake_at", "asked_at", "woken_at", "ended_at", "guest_id", "site_id") VALUES
('22aa8c431aba4ead9f9605768f0d8ed6', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('8f06927b82ec4539b7d51daab4a5590d', '2026-11-20', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, NULL, '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_want" ("id", "night", "asked_at", "ended_at", "end", "told_at", "no_place_why", "guest_id", "site_id") VALUES
('4e5662cf72124f01b4de3a61abe0ef90', '2026-11-20', '2026-11-20 17:00:00', NULL, 'given', NULL, 'full', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('a17b11da99a84d269425f299206c757d', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'given', '2026-11-20 17:30:00', 'full', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_youngcall" ("id", "called", "called_at", "answered", "by", "site_id", "sheet_id") VALUES
('87356cda317d4b3fb1f7beb2b3361918', 'line_119', '2026-11-20 17:30:00', 'no_answer', 'ca4a12f07e99a749676bf2ed74c1a846', '76bb38c4679f4ae0ac2eada546670be9', '9bda49afd5cb4bd8b010a7257453b0ee'),
('fdd58090d36e41c89f5cb7802fe2877a', 'line_119', '2026-11-20 17:00:00', 'no_answer', 'ca4a12f07e994e31cfb8a16c6d6fd3ce', 'b7b29753ca9945ceb0ff322742d93e82', '9f5f5daa88c2462286913a8d5c5ed5eb');
INSERT INTO "nights_youngsheet" ("id", "night", "number", "opened_at", "site_id") VALUES
('9bda49afd5cb4bd8b010a7257453b0ee', '2026-11-20', 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('9f5f5daa88c2462286913a8d5c5ed5eb', '2026-11-20', 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "outreach_round" ("id", "on", "area", "method", "counted_by", "low", "high", "told_at", "site_id") VALUES
('6b1308170701414e89a033b55356173b', '2026-11-20', 'north', 'people_seen', 'our_team', 1, 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82'),
('c34ac65c76034068beefdf925cf75a62', '2026-11-20', 'north', 'people_seen', 'our_team', 1, 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "outreach_roundneed" ("id", "kind", "low", "high", "round_id", "site_id") VALUES
('0b0e1b597d5b49b4a463181fc0e5c179', 'blanket', 1, 1, 'c34ac65c76034068beefdf925cf75a62', '76bb38c4679f4ae0ac2eada546670be9'),
('3cd57787d15849d8bd841422a67a6a72', 'blanket', 1, 1, '6b1308170701414e89a033b55356173b', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_packprinted" ("id", "number", "at", "site_id") VALUES
('b02065892a7d4e89b860eca4d14c3732', 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('ba34882defbc415a94e44aca61114d21', 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_panichours" ("id", "began_at", "ended_at", "pressed", "site_id") VALUES
('1a209cd7610949879a0611ab29b8327a', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '[]', '76bb38c4679f4ae0ac2eada546670be9'),
('5a128de200cc4e0d88759b9e971c3cff', '2026-11-20 17:00:00', '2026-11-20 17:00:00', '[]', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_paperline" ("id", "what", "at", "state", "why", "decided", "bed_id", "guest_id", "site_id", "period_id") VALUES
('7d4ced2891b5466aa005c982fa424f4d', 'a', '2026-11-20 17:30:00', 'clash', 'Canarié7q cee6de1a8833cf48235d', 'Canarié7q ', '3a2f987f00214c30847726f2d22d2586', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', '807f50335a0d4f51a03125fe36736b3f'),
('a54608e7104b40858a2e13c3d4cccf5d', 'a', '2026-11-20 17:00:00', 'clash', 'Canarié7q d702082380da9c376357', 'Canarié7q ', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', '07002a3c0b95446ebb0c1739532db560');
INSERT INTO "paper_paperperiod" ("id", "began_at", "ended_at", "opened_at", "closed_at", "site_id") VALUES
('07002a3c0b95446ebb0c1739532db560', '2026-11-20 17:00:00', '2026-11-20 18:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('807f50335a0d4f51a03125fe36736b3f', '2026-11-20 17:30:00', '2026-11-20 18:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "reports_dayclosed" ("id", "on", "closed_at", "tallies", "site_id") VALUES
('2247774bfb944e0c9a2c8850a24f5819', '2026-11-20', '2026-11-20 17:30:00', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('9a934bb8426c49b7a3b59ad52a317420', '2026-11-20', '2026-11-20 17:00:00', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "reports_daytally" ("id", "on", "code", "value", "site_id") VALUES
('5f9cff67b0034e13997866022bf76e30', '2026-11-20', 'Canarié7q b71fea4a654241df1a65', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('cd14f392c7fd4b9aba8a16a1c08a8de9', '2026-11-20', 'Canarié7q f8adc4330a2722e3a669', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "reports_morningnote" ("id", "on", "written_at", "numbers", "meals_before", "closed", "lasts", "site_id") VALUES
('28f4da9ef50049568d55cc20d760f201', '2026-11-20', '2026-11-20 17:00:00', '{}', '[]', '[]', '{}', 'b7b29753ca9945ceb0ff322742d93e82'),
('aa7e1e5ada8942359d953cc6e4a7dd9b', '2026-11-20', '2026-11-20 17:30:00', '{}', '[]', '[]', '{}', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "rights_askedquestion" ("id", "language", "asked_on", "words_box", "ticket_key", "answer_box", "answered_on", "answered_by", "topic_id") VALUES
('5a16f6d5892346a49c38b5b49f877095', 'fr', '2026-11-20', X'CA4A12F07E99850855084CBAEC826B43B9074010609A71B26D27308AE2DDDB97', X'CA4A12F07E99B84D7D38A140DC7A8ED80CD5F5D273BD775C5C067D6462F56FE1', NULL, NULL, NULL, NULL),
('8be8c8aa5e3d4c6fac14aa525ee47a2f', 'fr', '2026-11-20', X'CA4A12F07E99C150D58790E0BB54D9965D9736BF818D7E29B5FC1C4BA53CED89', X'CA4A12F07E997AC52CF965B50F97B16428D82BA11687FDAD5D7CD5D4ADE3C879', X'CA4A12F07E9956EAFD9E7493C5CE41F535AF466210DA6BB5D2139C9211B9A699', '2026-11-20', 'ca4a12f07e991eecd1cc05bd2658fa19', '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_begunpage" ("id", "language", "texts", "progress", "written_by", "written_on", "approved_by", "approved_on", "topic_id") VALUES
('2ab184660a5242ec8101dc38b6c2770d', 'fr', '{}', 'draft', 'ca4a12f07e9959572b64ccde631039c2', '2026-11-20', NULL, NULL, '66577314e6274cc2b9c42776fc28e743'),
('a732f0e967d740b3aca70a5bdbd70e90', 'fr', '{}', 'draft', 'ca4a12f07e996e765d39362e19700a99', '2026-11-20', 'ca4a12f07e99b2422eebcf55c9f01cb1', '2026-11-20', '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_check" ("id", "state", "signature", "looked_at", "show_until", "checked_by", "checked_on", "confirmed_by", "confirmed_on", "statement_id") VALUES
('cb5f6fc6e2c64f9b946cbfad6b1eda6e', 'waiting', 'Canarié7q d9b067dcb570ca90ba57', 'Canarié7q a1df1a0e6357eb4fc4ad', NULL, 'ca4a12f07e99dc86b6915a6f4451c369', '2026-11-20', NULL, NULL, '89f2aecb3a984a22848ab1c083843b25'),
('cda26f27984049c18497b6bbb90fb739', 'waiting', 'Canarié7q 3f579e9758f776c93915', 'Canarié7q e3b303e877647308a08e', '2026-11-20', 'ca4a12f07e9949c854e04a9c9f24f207', '2026-11-20', 'ca4a12f07e99f63299133a8ae6c0d23f', '2026-11-20', 'bb0865234a824955ae55b7732a1fea70');
INSERT INTO "rights_citation" ("id", "place", "source_id", "statement_id") VALUES
('98c098feb59e4833bf9d62513a04dd3a', 1, '7caa78c238ae4aafb130b2aa4c152e0f', 'bb0865234a824955ae55b7732a1fea70'),
('aaeb46d019e244b5be80c84e59802f27', 1, 'e68d944e739d46aebe77c2dc552f377b', '89f2aecb3a984a22848ab1c083843b25');
INSERT INTO "rights_factsheet" ("id", "number", "written_in", "unknown", "signed_name", "signed_by", "signed_on", "site_id", "talk_id") VALUES
('409757a00ca74bf9b1227d3eb9351433', 1, 'fr', 'Canarié7q 723819f2e0eca8247b6b', 'Canarié7q 3941e59352f25aef56c8', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'e2890260201b4d53bf18eb9bc5577083'),
('a251bf96f12e4d4d84f766198a0cb445', 1, 'fr', 'Canarié7q c8ddaa33f6df44f1a6c6', 'Canarié7q 8fca6e007d793c229b15', 'ca4a12f07e9962fc02c2e8bed3e9f103', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', '6bb4af7c12e4498bbf67f3c16e38bd5f');
INSERT INTO "rights_guidefile" ("id", "name", "text") VALUES
('369a45d79b7e42c7ae41379b30d8b89d', 'Canarié7q 6ae634cbde5f13df4060', 'Canarié7q 22495381293da0c1cc53'),
('febb970650e041bda98bf840bdf6ffa2', 'Canarié7q 7ace3910ef8a182f5ffc', 'Canarié7q 6db37c821f871210a85b');
INSERT INTO "rights_headcount" ("id", "language", "people", "site_id", "talk_id") VALUES
('90045f2c519141a3a12ae7db24964bea', 'fr', 1, '76bb38c4679f4ae0ac2eada546670be9', '6bb4af7c12e4498bbf67f3c16e38bd5f'),
('db3069b7bd2c4a3f8cca39bcebcb5d5f', 'fr', 1, 'b7b29753ca9945ceb0ff322742d93e82', 'e2890260201b4d53bf18eb9bc5577083');
INSERT INTO "rights_newstatement" ("id", "new_topic", "code", "text", "more", "values", "signature", "progress", "written_by", "written_on", "approved_by", "approved_on", "topic_id") VALUES
('75077e4b73c344a982a4130381da16b0', '{}', 'c1f44cf3886da4d', 'Canarié7q f704b6b70df796d466fb', 'Canarié7q ba7ede2dbc5aa1b4d9fb', '{}', 'Canarié7q 81b934d5b40a0200e112', 'draft', 'ca4a12f07e99a9321b6d976a1ef4218e', '2026-11-20', NULL, NULL, NULL),
('fcaa04643d9a4996ada320fcde244b21', '{}', 'cf92cb6a2e12723', 'Canarié7q f9421810f921a5dc9a96', 'Canarié7q 903e7cb74a6c8743083c', '{}', 'Canarié7q 184d38b789bd4fbe3154', 'draft', 'ca4a12f07e998aaafcbd50d2d3f9beb1', '2026-11-20', 'ca4a12f07e99e1fd5d0d2eae4c4e01ed', '2026-11-20', '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_page" ("id", "language", "title", "summary", "state", "translator", "translated_on", "outdated", "topic_id") VALUES
('8162f6f1815444069e952aa7ad70eea6', 'fr', 'Canarié7q c153a5cdd1531ff70158', 'Canarié7q 58da6ba56c9e1826217c', 'original', 'Canarié7q 4ce8304509a76946d83f', '2026-11-20', 0, '66577314e6274cc2b9c42776fc28e743'),
('e38c71603d6a4f1c98410c7b91a6cbfe', 'fr', 'Canarié7q 40ad245462a56a4b569c', 'Canarié7q c722250112457dadd076', 'original', 'Canarié7q 835ed886eed6a459f2b3', '2026-11-20', 0, '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_pagemark" ("id", "language", "statement", "kind", "on", "n", "topic_id") VALUES
('78e1e642796a4b7ba12f5e15770d47d0', 'fr', 'Canarié7q b2c7fab37f90dab5f8d4', 'not_clear', '2026-11-20', 1, '66577314e6274cc2b9c42776fc28e743'),
('f2c6646dde294f58b9db6efce984ac78', 'fr', 'Canarié7q 7552fb88b046b11609c7', 'not_clear', '2026-11-20', 1, '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_place" ("id", "name", "kind", "protected", "address", "postal_code", "town", "latitude", "longitude", "walk", "phone", "languages", "services", "hours", "full_on", "source", "key", "changed_on", "site_id") VALUES
('b35c812411c546399652c3c63f76ef82', 'Canarié7q 97570cfeebeba2813f74', 'day_centre', 0, 'Canarié7q 80fe74e72d12a19fb8e0', 'Canarié7q 59', 'Canarié7q 890e0687712298f8171c', 1, 1, '[]', 'Canarié7q 33699f44dd', '[]', '[]', 'Mo-Fr 09:00-17:00', '2026-11-20', 'Canarié7q 881bb54fffa1e5290684', 'Canarié7q ff6d752e79001ed9350c', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9'),
('cdbebe3fb4e84a9392c84c4137aa482b', 'Canarié7q 2158174b6690a420a137', 'day_centre', 0, 'Canarié7q 806348ea5c6ca7bfceed', 'Canarié7q 25', 'Canarié7q 34c63716d9088da262aa', NULL, NULL, '[]', 'Canarié7q 0e5a35377c', '[]', '[]', 'Mo-Fr 09:00-17:00', NULL, 'Canarié7q 14947ca0257932109851', 'Canarié7q 9d7c1f0d2e707476f487', '2026-11-20', NULL);
INSERT INTO "rights_point" ("id", "place", "text", "figure", "source", "source_address", "source_on", "beside", "sheet_id", "site_id") VALUES
('097f68cc5b9f43dda34fb5635310c658', 1, 'Canarié7q 82f2ecff46febd4d0175', 'Canarié7q 87195134177faea3cbd0', 'Canarié7q cb92a6c2afec5ec087a8', 'Canarié7q 7110886b12d7c22584a7', '2026-11-20', 'c9b995942564751', '409757a00ca74bf9b1227d3eb9351433', 'b7b29753ca9945ceb0ff322742d93e82'),
('fed255c5d92948f3b722361078024770', 1, 'Canarié7q 9f9f0a8d2f3cc2e528d6', 'Canarié7q c5151aed9a2de4d0846e', 'Canarié7q 3454e1c4285360a782cf', 'Canarié7q 5254913dbcc27fe3117a', '2026-11-20', 'c5b330ebef8c767', 'a251bf96f12e4d4d84f766198a0cb445', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "rights_question" ("id", "text", "language", "ticket_key", "asked_on", "state", "read_by", "answer", "answered_in", "answered_by", "answered_on", "site_id", "talk_id") VALUES
('ae68a4f8071948a7a9444a18aac08234', 'Canarié7q 40a8462a8691fef2501b', 'fr', NULL, '2026-11-20', 'asked', NULL, 'Canarié7q 906639ad5a1bbd1c16c9', 'fr', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'e2890260201b4d53bf18eb9bc5577083'),
('e500912bdca647c7a5c637d226e5cf24', 'Canarié7q 22c7caa7175871f9bcd5', 'fr', X'CA4A12F07E99466C34A149E94EDAE622B6873CDD9CCB4951D896E7498BB359EE', '2026-11-20', 'asked', 'ca4a12f07e999f0e060fef10e64820b1', 'Canarié7q c3df257eef1a5f9ca409', 'fr', 'ca4a12f07e99d3302026d8ee7a8d06bd', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', '6bb4af7c12e4498bbf67f3c16e38bd5f');
INSERT INTO "rights_recording" ("id", "language", "said_of", "sound", "kind", "digest", "state", "spoken_by", "spoken_on", "approved_by", "approved_on", "statement_id") VALUES
('645d05b3cd4148e7b0b4171c2264c56d', 'fr', 'Canarié7q e119f0faf15056ee6624', X'CA4A12F07E9920D325ADB7E2CFCD79F3ED11E2DB8FB27C13C91883835E197D96', 'webm', 'Canarié7q 17040aa82a07173308c2', 'waits', 'ca4a12f07e99603db8db05388a9813ab', '2026-11-20', NULL, NULL, '89f2aecb3a984a22848ab1c083843b25'),
('c3e17eb76c0945da85b9e0ab13920e7c', 'fr', 'Canarié7q b93c40102a2e0427750e', X'CA4A12F07E997F6AAF3D14B5BDF801D7CA22AA895DB2CFF05D7BA05C0D6573E5', 'webm', 'Canarié7q e07f4fa5d1e015df4722', 'waits', 'ca4a12f07e991f0f485050dd41138300', '2026-11-20', 'ca4a12f07e99cd91d7d45a8660daa83f', '2026-11-20', 'bb0865234a824955ae55b7732a1fea70');
INSERT INTO "rights_revision" ("id", "text", "more", "values", "progress", "written_by", "written_on", "approved_by", "approved_on", "page_id", "source_id", "statement_id", "wording_id") VALUES
('03ef352f561a47d581de5611914bcaa8', 'Canarié7q 5343e8d1e79089df4e27', 'Canarié7q d0d670faaf83b666da6f', '{}', 'draft', 'ca4a12f07e998e7083ad39f0fb8e6bae', '2026-11-20', 'ca4a12f07e99ff93fa33e43370e479e8', '2026-11-20', NULL, NULL, NULL, 'eadd4da933b44b95b7ed82814c0e9a31'),
('dfb07a10c6e14ae591016699d5c56451', 'Canarié7q 09bca8c9743a2bdd2519', 'Canarié7q f24f078c0ed11ab5921b', '{}', 'draft', NULL, '2026-11-20', NULL, NULL, NULL, NULL, NULL, 'd2fc14b4ca514c44bd82be180b0d061c');
INSERT INTO "rights_sheettranslation" ("id", "language", "texts", "progress", "translator", "written_by", "written_on", "approved_by", "approved_on", "sheet_id", "site_id") VALUES
('2d93618bbd9c48a986dcc984e2f7039f', 'fr', '{}', 'draft', 'Canarié7q 5e03ac46eb72f2b6f9a1', 'ca4a12f07e993ec0da1754b4ab954ace', '2026-11-20', NULL, NULL, '409757a00ca74bf9b1227d3eb9351433', 'b7b29753ca9945ceb0ff322742d93e82'),
('2f476c82ebc443908601361abab2ad7a', 'fr', '{}', 'draft', 'Canarié7q 4dd9a1607e64672687f3', 'ca4a12f07e99902f8b63e7d38afa2732', '2026-11-20', 'ca4a12f07e99c1866636a2446709373a', '2026-11-20', 'a251bf96f12e4d4d84f766198a0cb445', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "rights_source" ("id", "key", "title", "language", "address", "dated", "about", "read_on", "kept_by") VALUES
('7caa78c238ae4aafb130b2aa4c152e0f', 'Canarié7q ea7d0d62e43649dc71cd', 'Canarié7q b1dc9f334ebe62e91ab1', 'fr', 'Canarié7q ecf1eafc8c050f2c3185', 'Canarié7q ', 0, '2026-11-20', 'files'),
('e68d944e739d46aebe77c2dc552f377b', 'Canarié7q d3307a52ff764be96ae3', 'Canarié7q cc4b0fce25e87e66d6a3', 'fr', 'Canarié7q a5cf1c60864ab2eae3ff', 'Canarié7q ', 0, '2026-11-20', 'files');
INSERT INTO "rights_statement" ("id", "code", "place", "kind", "pictogram", "phone", "applies_to", "registered_from", "registered_until", "law", "figures", "confidence", "pre_pact", "danger", "show_until", "recheck_since", "checked_by", "checked_on", "approved_by", "approved_on", "topic_id") VALUES
('89f2aecb3a984a22848ab1c083843b25', 'cff7d231a9f0ead', 1, 'step', 'bed', 'Canarié7q 97c827', '[]', NULL, NULL, 'Canarié7q 2b866167878208af1bd1', '[]', 'S', 0, 'light', NULL, NULL, 'Canarié7q a9c6f6b98341aa713cbe', '2026-11-20', 'Canarié7q 006580e8029e49c5d147', NULL, '66577314e6274cc2b9c42776fc28e743'),
('bb0865234a824955ae55b7732a1fea70', 'c4a1354fda49704', 1, 'step', 'bed', 'Canarié7q ff9076', '[]', '2026-11-20', '2026-11-20', 'Canarié7q d68b3a418ac398f1fbaa', '[]', 'S', 0, 'light', '2026-11-20', '2026-11-20', 'Canarié7q e2f0c7abed748d6a42b0', '2026-11-20', 'Canarié7q 90438d14ace0f97defff', '2026-11-20', '374e53b9be2048f58388532277829efd');
INSERT INTO "rights_talk" ("id", "government", "institution", "speaker", "title", "written_in", "matter", "languages", "interpreters", "starts_at", "minutes", "where", "seats", "state", "was_announced", "offered_by", "offered_on", "answered_by", "answered_on", "withdrawn_on", "site_id") VALUES
('6bb4af7c12e4498bbf67f3c16e38bd5f', 'france', 'Canarié7q b87356723680183c2a7c', 'Canarié7q 3720dcc3163782e9a4aa', 'Canarié7q e452f0367aac70991b2b', 'fr', 'cd97f975ff3b9cb', '[]', '[]', '2026-11-20 17:30:00', 1, 'Canarié7q 97f2f7b3449195bcf15c', 1, 'offered', 0, 'ca4a12f07e993dbc34b22040b3d575a9', '2026-11-20', 'ca4a12f07e99bdcc2291b8ad1db64bef', '2026-11-20', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9'),
('e2890260201b4d53bf18eb9bc5577083', 'france', 'Canarié7q 9e763ba986748869b26d', 'Canarié7q bad0a8dabf7e539eafdc', 'Canarié7q f5d187e13dd3dde03749', 'fr', 'cff835d5ad61d08', '[]', '[]', '2026-11-20 17:00:00', 1, 'Canarié7q 551d985597db6448ac29', 1, 'offered', 0, 'ca4a12f07e99645068c48ecaca83f1dc', '2026-11-20', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "rights_topic" ("id", "slug", "pictogram", "place", "kept_by", "digest") VALUES
('374e53b9be2048f58388532277829efd', 'c07a0c151598653', 'bed', 1, 'files', 'Canarié7q 69d8ad5cf9b0040b6404'),
('66577314e6274cc2b9c42776fc28e743', 'c6c638d8701ccc3', 'bed', 1, 'files', 'Canarié7q 04df101d7fda6a4983c6');
INSERT INTO "rights_wording" ("id", "language", "text", "more", "outdated", "statement_id") VALUES
('d2fc14b4ca514c44bd82be180b0d061c', 'fr', 'Canarié7q 8c01068049976e244d80', 'Canarié7q 15243e8538c9ded7c4ff', 0, '89f2aecb3a984a22848ab1c083843b25'),
('eadd4da933b44b95b7ed82814c0e9a31', 'fr', 'Canarié7q ef6b2e4758e7fc2e7387', 'Canarié7q 97944e0eb7006c24bcc3', 0, 'bb0865234a824955ae55b7732a1fea70');
INSERT INTO "sites_bed" ("id", "label", "position", "lower", "state", "first_night", "last_night", "kept_back", "room_id", "site_id") VALUES
('14ab6617cd4d439a86d79f2dc25ec368', 'Canarié7q f6e820e8f2', 1, 0, 'ready', NULL, NULL, 0, 'c7a4e97389744c8abca97f3e689135f5', 'b7b29753ca9945ceb0ff322742d93e82'),
('3a2f987f00214c30847726f2d22d2586', 'Canarié7q c66977e600', 1, 0, 'ready', '2026-11-20', '2026-11-20', 0, '444844da2abd478e88b44b15bb46f3d0', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_closure" ("id", "service", "on", "reason", "ended_at", "site_id") VALUES
('8466d9d0df274034b48d5c6921cf6ff2', 'meal', '2026-11-20', 'staff', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('ad9eea9cda15428fb4f38e174237489d', 'meal', '2026-11-20', 'staff', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_coldplan" ("id", "number", "since", "until", "decided_by", "metric", "bound", "measures", "set_by", "signature", "site_id") VALUES
('8f38e66ed9294308ae4f26a8f7112f10', 1, '2026-11-20 17:30:00', '2026-11-20', 'Canarié7q 7d8ebfc6915a9c4197ed', 'felt', 1, '{}', 'ca4a12f07e990d886d584683a251867f', 'Canarié7q 6786cfd7ab4648f58f5b', '76bb38c4679f4ae0ac2eada546670be9'),
('f04bdc6f79684a74ad4d779fed8592a9', 1, '2026-11-20 17:00:00', '2026-11-20', 'Canarié7q 5af7177bac9093fd1d4d', 'felt', 1, '{}', 'ca4a12f07e99f37bb83c7a8992c66eb6', 'Canarié7q 4b7448d8086dab76a29b', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_coldspell" ("id", "figure", "first_night", "last_night", "on_at", "on_by", "off_at", "plan_id", "site_id") VALUES
('afc45568acac499a99adc93b5b9cb17b', 1, '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', 'ca4a12f07e99444232997d1cbbc0c677', '2026-11-20 17:30:00', '8f38e66ed9294308ae4f26a8f7112f10', '76bb38c4679f4ae0ac2eada546670be9'),
('fee66b5b6cad49fea988259ecccbddaa', NULL, '2026-11-20', '2026-11-20', '2026-11-20 17:00:00', 'ca4a12f07e99838a88f7861d87b0c1e1', NULL, 'f04bdc6f79684a74ad4d779fed8592a9', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_factsversion" ("id", "number", "since", "facts", "set_by", "site_id") VALUES
('32ba6ceadf354e4a983664d01436ccf5', 1, '2026-11-20 17:30:00', '{}', 'ca4a12f07e999eefe5255b1a78bef5eb', '76bb38c4679f4ae0ac2eada546670be9'),
('67fabddeb77c416b949215d33475f065', 1, '2026-11-20 17:00:00', '{}', 'ca4a12f07e99e9c8fb9f99f387147bf7', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_hours" ("id", "service", "weekday", "opens", "closes", "site_id") VALUES
('30c478a0145c4bab94adf4ffda06e7cd', 'meal', 1, '09:00:00', '09:00:00', '76bb38c4679f4ae0ac2eada546670be9'),
('47fa1ba8c2884837b9e34068a511cdf3', 'meal', 1, '09:00:00', '09:00:00', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_placesanswered" ("id", "number", "beds", "until", "answered_at", "asked_id", "site_id") VALUES
('9e0c8699c483464eaffb1ea5058dd7c7', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '01db6031d2d740e99be6415d2ce2861c', '76bb38c4679f4ae0ac2eada546670be9'),
('a82a3e79855c471baf6ce09960fb8712', NULL, 1, NULL, '2026-11-20 17:00:00', '7c26756ec15e49cabcd542219953738a', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_placesasked" ("id", "night", "women", "men", "children", "family", "needs", "arriving_at", "asked_at", "ended_at", "house_id", "site_id") VALUES
('01db6031d2d740e99be6415d2ce2861c', '2026-11-20', 1, 1, 1, 0, '[]', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9'),
('7c26756ec15e49cabcd542219953738a', '2026-11-20', 1, 1, 1, 0, '[]', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_room" ("id", "code", "kind", "floor", "area_dm2", "offers", "fire_limit", "standard_limit", "legal_maximum", "dog_places", "closed_since", "closed_why", "site_id") VALUES
('444844da2abd478e88b44b15bb46f3d0', 'c230b0f0a7d9f39', 'men', 1, 1, '[]', 1, 1, 1, 1, '2026-11-20 17:30:00', 'repair', '76bb38c4679f4ae0ac2eada546670be9'),
('c7a4e97389744c8abca97f3e689135f5', 'c816f4137a893fe', 'men', 1, NULL, '[]', NULL, NULL, 1, 1, NULL, 'repair', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_roomversion" ("id", "number", "since", "rules", "set_at", "set_by", "began", "room_id", "site_id") VALUES
('4de75d282dcb4995b72c25078b9cf368', 1, '2026-11-20 17:30:00', '{}', '2026-11-20 17:30:00', 'ca4a12f07e999ab6ae06cb1b40fd1265', 0, '444844da2abd478e88b44b15bb46f3d0', '76bb38c4679f4ae0ac2eada546670be9'),
('cd0a5aaae1344b3f81238a58ce140012', 1, '2026-11-20 17:00:00', '{}', '2026-11-20 17:00:00', 'ca4a12f07e99a42fd747c5cd1a0de7cb', 0, 'c7a4e97389744c8abca97f3e689135f5', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_rulesversion" ("id", "number", "since", "settings", "house_rules", "set_by", "site_id") VALUES
('0b225e16279a4b269df21708ea433e86', 1, '2026-11-20 17:00:00', '{}', '{}', 'ca4a12f07e99010147875f031ec929ee', 'b7b29753ca9945ceb0ff322742d93e82'),
('647e9a23956f48d4a78da7e7f766c443', 1, '2026-11-20 17:30:00', '{}', '{}', 'ca4a12f07e9982bc9637af5f14632c16', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_shutter" ("id", "closed_at", "closed_by", "opened_at", "site_id") VALUES
('c8a8c21ff5bf41c2b825760d443e2647', '2026-11-20 17:30:00', 'ca4a12f07e991eb642736dee3645ba64', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('dd6ab546933144aeb847ecb8de968d92', '2026-11-20 17:00:00', 'ca4a12f07e99676c9f081c40d398c0e2', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_site" ("id", "code", "name", "kind", "town", "address", "timezone", "opened_on") VALUES
('76bb38c4679f4ae0ac2eada546670be9', 'calais', 'Calais', 'hostel', 'Calais', '', 'Europe/Paris', '2026-11-20'),
('b7b29753ca9945ceb0ff322742d93e82', 'dunkerque', 'Dunkerque', 'day_centre', 'Dunkerque', '', 'Europe/Paris', '2026-11-20');
INSERT INTO "sync_keptelsewhere" ("id", "site", "epoch", "seq", "hash", "where", "kept_at") VALUES
('7ebb5969bafa421b9a102b3b4011de3a', 'ca4a12f07e994258bc56ea4450da8894', 1, 1, X'CA4A12F07E9998FEA8986A96F9732DED7CE28AA9B093CC4E7A2E1CCE45BB8C35', 'paper', '2026-11-20 17:00:00'),
('f0d88cfcf10249feb15451dae6b77796', 'ca4a12f07e99c6f53d5f761fdc85fd68', 1, 1, X'CA4A12F07E991D6A9A4481E6B112DC6871A5A0936068A77BFED9E24913806481', 'paper', '2026-11-20 17:30:00');
INSERT INTO "sync_witness" ("id", "site", "epoch", "seq", "hash", "received_at", "device") VALUES
('ddd4408b08f74f938e97f0d46e4c56d0', 'ca4a12f07e991f573a2afd11f3095721', 1, 1, X'CA4A12F07E99EA72BF012BF506C92D4797046498BAEC9FC049166B187B5AF04E', '2026-11-20 17:00:00', NULL),
('f474f4a83da04498bb9848352219d162', 'ca4a12f07e999c60f2b12b24b2942d30', 1, 1, X'CA4A12F07E999EE1B757F35B750DC23D4956140FF00EF4AF6C8F19A0D5D9A32B', '2026-11-20 17:30:00', 'ca4a12f07e99179e5a28adbe20410bf1');
INSERT INTO "tracing_message" ("id", "known", "hint_box", "text_box", "language", "ticket_key", "left_at", "ended_at", "end", "answer_box", "guest_id", "site_id") VALUES
('3b0de5f8a10d43ce97dd6bbe1149e86f', 'code', X'CA4A12F07E999422A8F89DB30348652C1E82D2D6E9B5B0946965892225A44317', X'CA4A12F07E9970C281E12665C062B034DB47D7B7AA49010BFB12C0CE99408659', 'Canarié7q ', X'CA4A12F07E9936A78FE63BD3F9A07430BD18D751ABF1B5359CC4EE8008E47B6C', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'answered', X'CA4A12F07E9917C0DD90359949A3A8317AA2F11082FCCE2106B441B50908905F', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('fafdc13524c74a9a8d104d8c9b9146d5', 'code', X'CA4A12F07E99064E1A8DD8CDD5B564B975A2D32D02B8788861075BCE62A2559F', X'CA4A12F07E994B013ADCBA7C52CE23FBF5A193BF0C070A7C3EF63D8C454128CA', 'Canarié7q ', X'CA4A12F07E99A70A4E10C1D3B57F4BF31FB8C4EF32C87F08ACB798DFB8C5DC09', '2026-11-20 17:00:00', NULL, '', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_bedasked" ("id", "night", "asked_at", "ended_at", "ending", "guest_id", "house_id", "site_id") VALUES
('06e36688965a44bd83069e58c4bd52e7', '2026-11-20', '2026-11-20 17:00:00', NULL, 'left', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82'),
('892a0ed70dbf473e8fd28f79aea41042', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_busrun" ("id", "leaves_at", "seats", "taken", "ended_at", "house_id", "site_id") VALUES
('20a5bda9f08e4b2a9cf107cba1eff323', '2026-11-20 17:00:00', 1, 1, NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82'),
('2991bb7c5c50473b8c66a4c01132bfa2', '2026-11-20 17:30:00', 1, 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_doorcount" ("id", "on", "hour", "kind", "number", "site_id") VALUES
('0458f78301d14000a63704e60612377e', '2026-11-20', 1, 'man', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('5d57c1b4f3cc4cf494a1c7456f4fe8ec', '2026-11-20', 1, 'man', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_letter" ("id", "kind", "received_on", "passed_at", "ended_at", "guest_id", "site_id") VALUES
('6643b827369e4b36b36ead4a6f54c61b', 'plain', '2026-11-20', NULL, NULL, '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('dfde0ba2550e4ef5ae3516608bc298e4', 'plain', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_numbered" ("id", "service", "number", "starts_at", "on", "nth", "given_at", "ended_at", "ending", "guest_id", "site_id") VALUES
('40989b3f44b44c35ace1eb849183f33e', 'locker', 1, NULL, '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'left', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('c3e070c8c059408f93dba7721beee45e', 'shower', 1, '2026-11-20 17:30:00', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_servicecount" ("id", "on", "hour", "service", "number", "site_id") VALUES
('8505bf0216c94cf9a2d11f9c54d6dfbb', '2026-11-20', 1, 'meal', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('98256707745f4d49ac580abbe83eadc8', '2026-11-20', 1, 'meal', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_tagged" ("id", "kind", "number", "on", "taken_at", "ended_at", "ending", "guest_id", "site_id") VALUES
('bb5512872ede447297a4679df80505b1', 'phone', 1, '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('bff92c28b7a84ecb9fd87c69b32a26c2', 'phone', 1, '2026-11-20', '2026-11-20 17:00:00', NULL, 'left', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_ticket" ("id", "queue", "on", "number", "taken_at", "called_at", "place", "ended_at", "ending", "guest_id", "site_id") VALUES
('51f6f7a58b7642ce9438f00efefe754e', 'advice', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'Canarié7q 8672667198', NULL, 'left', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('904038fc46cf4cd0adaa1d6a22d47bf5', 'advice', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'Canarié7q 6c02d725b9', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_visit" ("id", "on", "hour", "arrived_at", "left_at", "ending", "guest_id", "site_id") VALUES
('18ebc08b0f4d4eecb37226086a60987a', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'left', '9770466b0e7140c3989c547addc944d4', 'b7b29753ca9945ceb0ff322742d93e82'),
('9ee973559c344d718ea89096a2e92a70', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('c54f1246d0434ec980cac02234b49643', '2026-11-20', 18, '2026-11-20 17:30:00', NULL, '', '63877554b4924784b43e92545b909354', '76bb38c4679f4ae0ac2eada546670be9'),
('d4f217e512734317aea32a63e1749614', '2026-11-20', 18, '2026-11-20 17:30:00', NULL, '', '7053bbb9b6974083bf8ab2e81de286c4', 'b7b29753ca9945ceb0ff322742d93e82');
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
CREATE INDEX "accounts_badge_site_id_92a36de8" ON "accounts_badge" ("site_id");
CREATE INDEX "accounts_badge_staff_id_5b43cb64" ON "accounts_badge" ("staff_id");
CREATE INDEX "accounts_device_site_id_ca3150b8" ON "accounts_device" ("site_id");
CREATE INDEX "accounts_invitation_site_id_56d48fb5" ON "accounts_invitation" ("site_id");
CREATE INDEX "accounts_invitation_used_by_id_f0558292" ON "accounts_invitation" ("used_by_id");
CREATE INDEX "accounts_membership_site_id_b83419fb" ON "accounts_membership" ("site_id");
CREATE INDEX "accounts_membership_staff_id_e170a5dc" ON "accounts_membership" ("staff_id");
CREATE INDEX "advice_appointment_guest_id_7d4056c9" ON "advice_appointment" ("guest_id");
CREATE INDEX "advice_appointment_site_id_81df26aa" ON "advice_appointment" ("site_id");
CREATE INDEX "advice_appointmentcell_appointment_id_805fb5b4" ON "advice_appointmentcell" ("appointment_id");
CREATE INDEX "advice_appointmentcell_guest_id_2ab20e63" ON "advice_appointmentcell" ("guest_id");
CREATE INDEX "advice_appointmentcell_site_id_3e7e2463" ON "advice_appointmentcell" ("site_id");
CREATE INDEX "advice_away_site_id_8db98b70" ON "advice_away" ("site_id");
CREATE INDEX "advice_deadline_site_id_11503b8b" ON "advice_deadline" ("site_id");
CREATE INDEX "alarms_to_tick" ON "guests_lookalarm" ("site_id", "seen_at");
CREATE INDEX "appointments_of_a_day" ON "advice_appointment" ("site_id", "on");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "axes_accessattempt_ip_address_10922d9c" ON "axes_accessattempt" ("ip_address");
CREATE INDEX "axes_accessattempt_user_agent_ad89678b" ON "axes_accessattempt" ("user_agent");
CREATE INDEX "axes_accessattempt_username_3f2d4ca0" ON "axes_accessattempt" ("username");
CREATE UNIQUE INDEX "axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq" ON "axes_accessattempt" ("username", "ip_address", "user_agent");
CREATE INDEX "axes_accessfailurelog_ip_address_2e9f5a7f" ON "axes_accessfailurelog" ("ip_address");
CREATE INDEX "axes_accessfailurelog_user_agent_ea145dda" ON "axes_accessfailurelog" ("user_agent");
CREATE INDEX "axes_accessfailurelog_username_a8b7e8a4" ON "axes_accessfailurelog" ("username");
CREATE INDEX "axes_accesslog_ip_address_86b417e5" ON "axes_accesslog" ("ip_address");
CREATE INDEX "axes_accesslog_user_agent_0e659004" ON "axes_accesslog" ("user_agent");
CREATE INDEX "axes_accesslog_username_df93064b" ON "axes_accesslog" ("username");
CREATE INDEX "beds_asked_of_a_house" ON "visits_bedasked" ("house_id", "night");
CREATE UNIQUE INDEX "closed_once_a_day" ON "sites_closure" ("site_id", "service", "on") WHERE "ended_at" IS NULL;
CREATE INDEX "cold_spells_by_end" ON "sites_coldspell" ("site_id", "last_night");
CREATE INDEX "common_cache_expires" ON "common_cache" ("expires");
CREATE INDEX "complaints_complaint_site_id_c0251ccd" ON "complaints_complaint" ("site_id");
CREATE INDEX "complaints_mayread_complaint_id_87741e9c" ON "complaints_mayread" ("complaint_id");
CREATE INDEX "complaints_mayread_site_id_c194c643" ON "complaints_mayread" ("site_id");
CREATE INDEX "complaints_reader_staff_id_921c37d4" ON "complaints_reader" ("staff_id");
CREATE INDEX "complaints_voice_site_id_52c1424d" ON "complaints_voice" ("site_id");
CREATE INDEX "distributions_of_a_day" ON "goods_distribution" ("site_id", "on");
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE INDEX "emergency_helpcall_site_id_4ac0af0d" ON "emergency_helpcall" ("site_id");
CREATE INDEX "emergency_papervisit_site_id_602681a5" ON "emergency_papervisit" ("site_id");
CREATE INDEX "emergency_sitenumbers_site_id_3bf227bb" ON "emergency_sitenumbers" ("site_id");
CREATE INDEX "emergency_speaks_site_id_7fff9808" ON "emergency_speaks" ("site_id");
CREATE INDEX "emergency_speaks_staff_id_1471da2b" ON "emergency_speaks" ("staff_id");
CREATE INDEX "emergency_trained_site_id_52b5503b" ON "emergency_trained" ("site_id");
CREATE INDEX "emergency_trained_staff_id_6291793a" ON "emergency_trained" ("staff_id");
CREATE INDEX "expenses_of_a_site" ON "funding_expense" ("site_id", "paid_on");
CREATE INDEX "funding_expense_corrects_id_4cc499b7" ON "funding_expense" ("corrects_id");
CREATE INDEX "funding_expense_site_id_1f2d7506" ON "funding_expense" ("site_id");
CREATE INDEX "funding_payer_agreement_id_4c1e59c8" ON "funding_payer" ("agreement_id");
CREATE INDEX "funding_receipt_site_id_8a66454e" ON "funding_receipt" ("site_id");
CREATE INDEX "funding_share_expense_id_ffcd7201" ON "funding_share" ("expense_id");
CREATE INDEX "funding_share_payer_id_7ae065a4" ON "funding_share" ("payer_id");
CREATE INDEX "funding_share_site_id_f6994001" ON "funding_share" ("site_id");
CREATE INDEX "given_by_day" ON "goods_given" ("site_id", "on");
CREATE INDEX "given_to_guest" ON "goods_given" ("guest_id", "at" DESC);
CREATE INDEX "goods_distribution_site_id_7d6cb7bd" ON "goods_distribution" ("site_id");
CREATE INDEX "goods_distribution_variant_id_2a41741b" ON "goods_distribution" ("variant_id");
CREATE INDEX "goods_distributionnumber_distribution_id_254db7c4" ON "goods_distributionnumber" ("distribution_id");
CREATE INDEX "goods_distributionnumber_guest_id_eb66618c" ON "goods_distributionnumber" ("guest_id");
CREATE INDEX "goods_distributionnumber_site_id_44e7302f" ON "goods_distributionnumber" ("site_id");
CREATE INDEX "goods_given_guest_id_47893246" ON "goods_given" ("guest_id");
CREATE INDEX "goods_given_site_id_281ab171" ON "goods_given" ("site_id");
CREATE INDEX "goods_given_variant_id_debe29d1" ON "goods_given" ("variant_id");
CREATE INDEX "goods_kind_code_a4b7143f" ON "goods_kind" ("code");
CREATE INDEX "goods_kindname_kind_id_9e7828ba" ON "goods_kindname" ("kind_id");
CREATE INDEX "goods_movement_site_id_38a8bea6" ON "goods_movement" ("site_id");
CREATE INDEX "goods_movement_variant_id_a43661ad" ON "goods_movement" ("variant_id");
CREATE INDEX "goods_stock_site_id_ad171b6e" ON "goods_stock" ("site_id");
CREATE INDEX "goods_stock_variant_id_dd032f5d" ON "goods_stock" ("variant_id");
CREATE INDEX "goods_variant_kind_id_00b78a44" ON "goods_variant" ("kind_id");
CREATE INDEX "goods_variant_size_27e3eda8" ON "goods_variant" ("size");
CREATE INDEX "governance_commitment_decision_id_d27203c5" ON "governance_commitment" ("decision_id");
CREATE INDEX "governance_commitment_site_id_738a474d" ON "governance_commitment" ("site_id");
CREATE INDEX "governance_decision_proposal_id_aa691491" ON "governance_decision" ("proposal_id");
CREATE INDEX "governance_evidence_proposal_id_06334dd7" ON "governance_evidence" ("proposal_id");
CREATE INDEX "governance_evidence_site_id_b0e5a3ed" ON "governance_evidence" ("site_id");
CREATE INDEX "governance_meeting_proposal_id_380508db" ON "governance_meeting" ("proposal_id");
CREATE INDEX "governance_opinion_proposal_id_09479aff" ON "governance_opinion" ("proposal_id");
CREATE INDEX "governance_proposalplace_proposal_id_7bf99f87" ON "governance_proposalplace" ("proposal_id");
CREATE INDEX "governance_proposalplace_site_code_3ee3bcbc" ON "governance_proposalplace" ("site_code");
CREATE INDEX "governance_reply_note_id_2770a046" ON "governance_reply" ("note_id");
CREATE INDEX "governance_reply_site_id_14ad7bb1" ON "governance_reply" ("site_id");
CREATE INDEX "guests_acquaintance_guest_id_c4a88662" ON "guests_acquaintance" ("guest_id");
CREATE INDEX "guests_acquaintance_site_id_5e35b342" ON "guests_acquaintance" ("site_id");
CREATE INDEX "guests_decoycard_site_id_8abc8bca" ON "guests_decoycard" ("site_id");
CREATE INDEX "guests_erasepause_site_id_f32795cb" ON "guests_erasepause" ("site_id");
CREATE INDEX "guests_group_site_id_2f76374f" ON "guests_group" ("site_id");
CREATE INDEX "guests_guest_on_card_of_id_3c8c3757" ON "guests_guest" ("on_card_of_id");
CREATE INDEX "guests_guest_replaced_by_id_2f0e0347" ON "guests_guest" ("replaced_by_id");
CREATE INDEX "guests_guest_site_id_f53db841" ON "guests_guest" ("site_id");
CREATE INDEX "guests_guest_spoken_box_248e5fda" ON "guests_guest" ("spoken_box");
CREATE INDEX "guests_keptapart_one_id_cf935a0c" ON "guests_keptapart" ("one_id");
CREATE INDEX "guests_keptapart_other_id_6e301253" ON "guests_keptapart" ("other_id");
CREATE INDEX "guests_keptapart_site_id_dc0aad3f" ON "guests_keptapart" ("site_id");
CREATE INDEX "guests_lookalarm_decoy_id_49117161" ON "guests_lookalarm" ("decoy_id");
CREATE INDEX "guests_lookalarm_site_id_cbb7e673" ON "guests_lookalarm" ("site_id");
CREATE INDEX "guests_measure_guest_id_19d51314" ON "guests_measure" ("guest_id");
CREATE INDEX "guests_measure_site_id_1fb23659" ON "guests_measure" ("site_id");
CREATE INDEX "guests_membership_group_id_0b2ad13f" ON "guests_membership" ("group_id");
CREATE INDEX "guests_membership_guest_id_263286e9" ON "guests_membership" ("guest_id");
CREATE INDEX "guests_membership_site_id_ce636629" ON "guests_membership" ("site_id");
CREATE INDEX "guests_ownsign_site_id_f176a774" ON "guests_ownsign" ("site_id");
CREATE INDEX "guests_pairedphone_guest_id_8a7c3c7a" ON "guests_pairedphone" ("guest_id");
CREATE INDEX "guests_pairedphone_site_id_60381067" ON "guests_pairedphone" ("site_id");
CREATE INDEX "guests_placewanted_guest_id_8d01b92c" ON "guests_placewanted" ("guest_id");
CREATE INDEX "guests_placewanted_site_id_9eafaf07" ON "guests_placewanted" ("site_id");
CREATE INDEX "heads_kept_elsewhere" ON "sync_keptelsewhere" ("site", "kept_at");
CREATE INDEX "held_until" ON "nights_heldparty" ("site_id", "until") WHERE "ended_at" IS NULL;
CREATE INDEX "help_calls_of_a_site" ON "emergency_helpcall" ("site_id", "at");
CREATE UNIQUE INDEX "inside_once" ON "visits_visit" ("guest_id") WHERE "left_at" IS NULL;
CREATE INDEX "journal_retry_at_89de9d6a" ON "journal_retry" ("at");
CREATE INDEX "journal_subject_guest_79726d82" ON "journal_subject" ("guest");
CREATE INDEX "journal_subject_line_id_844fe3ec" ON "journal_subject" ("line_id");
CREATE INDEX "kept_apart_from" ON "guests_keptapart" ("other_id");
CREATE INDEX "latest_pack" ON "paper_packprinted" ("site_id", "at" DESC);
CREATE INDEX "letter_by_day" ON "visits_letter" ("site_id", "received_on");
CREATE INDEX "letter_waiting" ON "visits_letter" ("guest_id") WHERE ("ended_at" IS NULL AND "passed_at" IS NULL);
CREATE INDEX "line_by_actor" ON "journal_line" ("site", "actor", "at");
CREATE INDEX "lines_by_state" ON "paper_paperline" ("period_id", "state");
CREATE INDEX "lists_of_a_night" ON "nights_listprinted" ("site_id", "night");
CREATE INDEX "messages_by_age" ON "tracing_message" ("site_id", "left_at");
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
CREATE INDEX "movement_by_day" ON "goods_movement" ("site_id", "on", "reason");
CREATE INDEX "movement_of_line" ON "goods_movement" ("line");
CREATE INDEX "movement_of_variant" ON "goods_movement" ("site_id", "variant_id", "at" DESC);
CREATE INDEX "night_rounds_of_a_night" ON "nights_nightround" ("site_id", "night");
CREATE INDEX "nights_dutyteam_site_id_1548722c" ON "nights_dutyteam" ("site_id");
CREATE INDEX "nights_heldparty_beside_id_e448692b" ON "nights_heldparty" ("beside_id");
CREATE INDEX "nights_heldparty_site_id_cf866917" ON "nights_heldparty" ("site_id");
CREATE INDEX "nights_heldperson_guest_id_02120c4a" ON "nights_heldperson" ("guest_id");
CREATE INDEX "nights_heldperson_party_id_a72306f8" ON "nights_heldperson" ("party_id");
CREATE INDEX "nights_heldperson_site_id_d9e22cdb" ON "nights_heldperson" ("site_id");
CREATE INDEX "nights_listprinted_site_id_249bbc51" ON "nights_listprinted" ("site_id");
CREATE INDEX "nights_nightopened_site_id_2be0ef7d" ON "nights_nightopened" ("site_id");
CREATE INDEX "nights_nightplan_site_id_d66b358c" ON "nights_nightplan" ("site_id");
CREATE INDEX "nights_nightround_site_id_9f00f0f3" ON "nights_nightround" ("site_id");
CREATE INDEX "nights_noplacenumber_site_id_1142bd29" ON "nights_noplacenumber" ("site_id");
CREATE INDEX "nights_placeproposal_group_id_5deedb56" ON "nights_placeproposal" ("group_id");
CREATE INDEX "nights_placeproposal_rooms_placeproposal_id_1e1deb04" ON "nights_placeproposal_rooms" ("placeproposal_id");
CREATE UNIQUE INDEX "nights_placeproposal_rooms_placeproposal_id_room_id_976e6955_uniq" ON "nights_placeproposal_rooms" ("placeproposal_id", "room_id");
CREATE INDEX "nights_placeproposal_rooms_room_id_5fdd9f81" ON "nights_placeproposal_rooms" ("room_id");
CREATE INDEX "nights_placeproposal_site_id_9a8dc812" ON "nights_placeproposal" ("site_id");
CREATE INDEX "nights_planline_guest_id_40fece36" ON "nights_planline" ("guest_id");
CREATE INDEX "nights_planline_plan_id_606d9ce8" ON "nights_planline" ("plan_id");
CREATE INDEX "nights_planline_room_id_15347337" ON "nights_planline" ("room_id");
CREATE INDEX "nights_planline_site_id_67f5a0c6" ON "nights_planline" ("site_id");
CREATE INDEX "nights_roomround_room_id_ad735fbe" ON "nights_roomround" ("room_id");
CREATE INDEX "nights_roomround_round_id_46ff10e9" ON "nights_roomround" ("round_id");
CREATE INDEX "nights_roomround_site_id_abf78fab" ON "nights_roomround" ("site_id");
CREATE INDEX "nights_stay_bed_id_79db61a6" ON "nights_stay" ("bed_id");
CREATE INDEX "nights_stay_guest_id_93ebcf59" ON "nights_stay" ("guest_id");
CREATE INDEX "nights_stay_site_id_70f7f72e" ON "nights_stay" ("site_id");
CREATE INDEX "nights_wakeup_guest_id_aae63460" ON "nights_wakeup" ("guest_id");
CREATE INDEX "nights_wakeup_site_id_442a9f27" ON "nights_wakeup" ("site_id");
CREATE INDEX "nights_want_guest_id_4cef50fd" ON "nights_want" ("guest_id");
CREATE INDEX "nights_want_site_id_0e768cd0" ON "nights_want" ("site_id");
CREATE INDEX "nights_youngcall_sheet_id_ddbaf8b1" ON "nights_youngcall" ("sheet_id");
CREATE INDEX "nights_youngcall_site_id_85162f5f" ON "nights_youngcall" ("site_id");
CREATE INDEX "nights_youngsheet_site_id_72274f2e" ON "nights_youngsheet" ("site_id");
CREATE INDEX "no_places_of_a_night" ON "nights_noplacenumber" ("site_id", "night");
CREATE INDEX "numbered_by_day" ON "visits_numbered" ("site_id", "on", "service");
CREATE UNIQUE INDEX "one_appointment_per_adviser_and_quarter" ON "advice_appointmentcell" ("adviser", "starts_at") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_appointment_per_guest_and_quarter" ON "advice_appointmentcell" ("guest_id", "starts_at") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_bed_asked_a_night" ON "visits_bedasked" ("guest_id", "night") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_bed_one_night" ON "nights_stay" ("bed_id", "night") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_begun_page_per_language" ON "rights_begunpage" ("topic_id", "language") WHERE "progress" IN ('draft', 'in_review');
CREATE UNIQUE INDEX "one_bus_at_a_time" ON "visits_busrun" ("site_id", "house_id", "leaves_at") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_cold_spell_begins_a_night" ON "sites_coldspell" ("site_id", "first_night") WHERE "off_at" IS NULL;
CREATE UNIQUE INDEX "one_distribution_of_a_thing" ON "goods_distribution" ("site_id", "variant_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_expense_per_proof" ON "funding_expense" ("site_id", "proof_reference") WHERE "corrects_id" IS NULL;
CREATE UNIQUE INDEX "one_expense_per_proof_file" ON "funding_expense" ("proof_digest") WHERE ("corrects_id" IS NULL AND "proof_digest" IS NOT NULL);
CREATE UNIQUE INDEX "one_group_at_a_time" ON "guests_membership" ("guest_id") WHERE "until" IS NULL;
CREATE UNIQUE INDEX "one_guest_one_night" ON "nights_stay" ("guest_id", "night") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_guest_per_locker" ON "visits_numbered" ("site_id", "service", "number") WHERE ("ended_at" IS NULL AND "service" = 'locker');
CREATE UNIQUE INDEX "one_guest_per_slot" ON "visits_numbered" ("site_id", "service", "number", "starts_at") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_holder_per_number" ON "goods_distributionnumber" ("distribution_id", "number") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_locker_per_guest" ON "visits_numbered" ("guest_id", "service") WHERE ("ended_at" IS NULL AND "service" = 'locker');
CREATE UNIQUE INDEX "one_membership_per_role" ON "accounts_membership" ("staff_id", "site_id", "role") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_number_per_guest" ON "goods_distributionnumber" ("distribution_id", "guest_id") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_open_proposal_a_night" ON "nights_placeproposal" ("group_id", "night") WHERE "answered_at" IS NULL;
CREATE UNIQUE INDEX "one_period_is_entered_at_a_time" ON "paper_paperperiod" ("site_id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "one_place_beside_a_family" ON "nights_heldparty" ("beside_id", "night") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_place_per_source_and_key" ON "rights_place" ("source", "key") WHERE "site_id" IS NULL;
CREATE UNIQUE INDEX "one_reply_per_body_and_morning" ON "governance_reply" ("note_id", "body") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_round_one_number" ON "nights_nightround" ("site_id", "night", "number") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_sheet_being_written" ON "rights_factsheet" ("talk_id") WHERE "signed_on" IS NULL;
CREATE UNIQUE INDEX "one_sheet_translation_stands" ON "rights_sheettranslation" ("sheet_id", "language") WHERE "progress" = 'approved';
CREATE UNIQUE INDEX "one_sheet_translation_waits" ON "rights_sheettranslation" ("sheet_id", "language") WHERE "progress" = 'in_review';
CREATE UNIQUE INDEX "one_shutter_at_a_time" ON "sites_shutter" ("site_id") WHERE "opened_at" IS NULL;
CREATE UNIQUE INDEX "one_standing_opinion_per_body" ON "governance_opinion" ("proposal_id", "body") WHERE "superseded_at" IS NULL;
CREATE UNIQUE INDEX "one_thing_per_tag" ON "visits_tagged" ("site_id", "kind", "number") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_ticket_per_queue" ON "visits_ticket" ("guest_id", "queue", "on") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "one_voice_is_heard" ON "rights_recording" ("statement_id", "language") WHERE "state" = 'heard';
CREATE UNIQUE INDEX "one_waiting_check_per_statement" ON "rights_check" ("statement_id") WHERE "state" = 'waiting';
CREATE UNIQUE INDEX "one_wake_up_a_night" ON "nights_wakeup" ("guest_id", "night") WHERE ("ended_at" IS NULL AND "woken_at" IS NULL);
CREATE UNIQUE INDEX "one_want_one_night" ON "nights_want" ("guest_id", "night") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "only_so_many_a_day" ON "visits_numbered" ("guest_id", "service", "on", "nth") WHERE "ended_at" IS NULL;
CREATE INDEX "outreach_round_site_id_cdd14728" ON "outreach_round" ("site_id");
CREATE INDEX "outreach_roundneed_round_id_fe505e9f" ON "outreach_roundneed" ("round_id");
CREATE INDEX "outreach_roundneed_site_id_7203d2c3" ON "outreach_roundneed" ("site_id");
CREATE INDEX "paper_by_day" ON "paper_paperperiod" ("site_id", "began_at");
CREATE INDEX "paper_packprinted_site_id_5cbc925b" ON "paper_packprinted" ("site_id");
CREATE INDEX "paper_panichours_site_id_a2b615c5" ON "paper_panichours" ("site_id");
CREATE INDEX "paper_paperline_bed_id_08b58c83" ON "paper_paperline" ("bed_id");
CREATE INDEX "paper_paperline_guest_id_344fa320" ON "paper_paperline" ("guest_id");
CREATE INDEX "paper_paperline_period_id_7274ec23" ON "paper_paperline" ("period_id");
CREATE INDEX "paper_paperline_site_id_a6bbe1c5" ON "paper_paperline" ("site_id");
CREATE INDEX "paper_paperperiod_site_id_d7145d16" ON "paper_paperperiod" ("site_id");
CREATE INDEX "places_asked_of_a_house" ON "sites_placesasked" ("house_id", "night");
CREATE INDEX "plans_of_a_night" ON "nights_nightplan" ("site_id", "night");
CREATE INDEX "proposals_of_a_night" ON "nights_placeproposal" ("site_id", "night");
CREATE INDEX "reports_dayclosed_site_id_672077fb" ON "reports_dayclosed" ("site_id");
CREATE INDEX "reports_daytally_site_id_b927a3e6" ON "reports_daytally" ("site_id");
CREATE INDEX "reports_morningnote_site_id_3bdd1353" ON "reports_morningnote" ("site_id");
CREATE INDEX "rights_askedquestion_topic_id_de79f9e2" ON "rights_askedquestion" ("topic_id");
CREATE INDEX "rights_begunpage_topic_id_9a389cd2" ON "rights_begunpage" ("topic_id");
CREATE INDEX "rights_check_statement_id_830ef4e5" ON "rights_check" ("statement_id");
CREATE INDEX "rights_citation_source_id_c1e3ef78" ON "rights_citation" ("source_id");
CREATE INDEX "rights_citation_statement_id_7444c354" ON "rights_citation" ("statement_id");
CREATE INDEX "rights_factsheet_site_id_5d35641a" ON "rights_factsheet" ("site_id");
CREATE INDEX "rights_factsheet_talk_id_0503a9db" ON "rights_factsheet" ("talk_id");
CREATE INDEX "rights_headcount_site_id_48573590" ON "rights_headcount" ("site_id");
CREATE INDEX "rights_headcount_talk_id_07d0f963" ON "rights_headcount" ("talk_id");
CREATE INDEX "rights_newstatement_code_43a053c7" ON "rights_newstatement" ("code");
CREATE INDEX "rights_newstatement_topic_id_9426ec49" ON "rights_newstatement" ("topic_id");
CREATE INDEX "rights_page_topic_id_92b40f85" ON "rights_page" ("topic_id");
CREATE INDEX "rights_pagemark_topic_id_d419abd2" ON "rights_pagemark" ("topic_id");
CREATE INDEX "rights_point_beside_204017cb" ON "rights_point" ("beside");
CREATE INDEX "rights_point_sheet_id_1e593b85" ON "rights_point" ("sheet_id");
CREATE INDEX "rights_point_site_id_87564298" ON "rights_point" ("site_id");
CREATE INDEX "rights_question_site_id_75ee3c59" ON "rights_question" ("site_id");
CREATE INDEX "rights_question_talk_id_6573bdf5" ON "rights_question" ("talk_id");
CREATE INDEX "rights_recording_statement_id_c4c32ed0" ON "rights_recording" ("statement_id");
CREATE INDEX "rights_revision_page_id_336e2f39" ON "rights_revision" ("page_id");
CREATE INDEX "rights_revision_source_id_1e3eccc6" ON "rights_revision" ("source_id");
CREATE INDEX "rights_revision_statement_id_656f7741" ON "rights_revision" ("statement_id");
CREATE INDEX "rights_revision_wording_id_e2c87d39" ON "rights_revision" ("wording_id");
CREATE INDEX "rights_sheettranslation_sheet_id_9d30250d" ON "rights_sheettranslation" ("sheet_id");
CREATE INDEX "rights_sheettranslation_site_id_35884890" ON "rights_sheettranslation" ("site_id");
CREATE INDEX "rights_statement_code_579e4394" ON "rights_statement" ("code");
CREATE INDEX "rights_statement_topic_id_b63bf346" ON "rights_statement" ("topic_id");
CREATE INDEX "rights_talk_matter_07b3f937" ON "rights_talk" ("matter");
CREATE INDEX "rights_talk_site_id_52cbf033" ON "rights_talk" ("site_id");
CREATE INDEX "rights_topic_slug_b7bcc870" ON "rights_topic" ("slug");
CREATE INDEX "rights_wording_statement_id_8f5836d3" ON "rights_wording" ("statement_id");
CREATE INDEX "room_versions_to_begin" ON "sites_roomversion" ("site_id", "since") WHERE NOT "began";
CREATE INDEX "rounds_of_a_night" ON "nights_roomround" ("site_id", "night");
CREATE INDEX "sign_by_key" ON "guests_ownsign" ("site_id", "sign_key");
CREATE INDEX "sites_bed_room_id_09680019" ON "sites_bed" ("room_id");
CREATE INDEX "sites_bed_site_id_f67baebd" ON "sites_bed" ("site_id");
CREATE INDEX "sites_closure_site_id_0f303cd5" ON "sites_closure" ("site_id");
CREATE INDEX "sites_coldplan_site_id_7f97b61e" ON "sites_coldplan" ("site_id");
CREATE INDEX "sites_coldspell_plan_id_3b77884f" ON "sites_coldspell" ("plan_id");
CREATE INDEX "sites_coldspell_site_id_68217e0a" ON "sites_coldspell" ("site_id");
CREATE INDEX "sites_factsversion_site_id_266562e5" ON "sites_factsversion" ("site_id");
CREATE INDEX "sites_hours_site_id_dca57d41" ON "sites_hours" ("site_id");
CREATE INDEX "sites_placesanswered_site_id_1cd4a4af" ON "sites_placesanswered" ("site_id");
CREATE INDEX "sites_placesasked_house_id_4afbbefa" ON "sites_placesasked" ("house_id");
CREATE INDEX "sites_placesasked_site_id_1fa562da" ON "sites_placesasked" ("site_id");
CREATE INDEX "sites_room_code_9b1fa584" ON "sites_room" ("code");
CREATE INDEX "sites_room_neighbours_from_room_id_8d4deb62" ON "sites_room_neighbours" ("from_room_id");
CREATE UNIQUE INDEX "sites_room_neighbours_from_room_id_to_room_id_a6500e1d_uniq" ON "sites_room_neighbours" ("from_room_id", "to_room_id");
CREATE INDEX "sites_room_neighbours_to_room_id_da59dca2" ON "sites_room_neighbours" ("to_room_id");
CREATE INDEX "sites_room_site_id_4c8ff17d" ON "sites_room" ("site_id");
CREATE INDEX "sites_roomversion_room_id_a28b06e8" ON "sites_roomversion" ("room_id");
CREATE INDEX "sites_roomversion_site_id_11b1f57a" ON "sites_roomversion" ("site_id");
CREATE INDEX "sites_rulesversion_site_id_06d3a52e" ON "sites_rulesversion" ("site_id");
CREATE INDEX "sites_shutter_site_id_2cb2bd56" ON "sites_shutter" ("site_id");
CREATE INDEX "stays_of_a_night" ON "nights_stay" ("site_id", "night");
CREATE INDEX "tagged_by_day" ON "visits_tagged" ("site_id", "on", "kind");
CREATE INDEX "tracing_message_guest_id_a391a541" ON "tracing_message" ("guest_id");
CREATE INDEX "tracing_message_site_id_38e8a472" ON "tracing_message" ("site_id");
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
CREATE INDEX "visit_by_day" ON "visits_visit" ("site_id", "on", "hour");
CREATE INDEX "visit_inside" ON "visits_visit" ("site_id", "on") WHERE "left_at" IS NULL;
CREATE INDEX "visits_bedasked_guest_id_66320f10" ON "visits_bedasked" ("guest_id");
CREATE INDEX "visits_bedasked_house_id_a5c05f09" ON "visits_bedasked" ("house_id");
CREATE INDEX "visits_bedasked_site_id_69fa03d1" ON "visits_bedasked" ("site_id");
CREATE INDEX "visits_busrun_house_id_9fd69bf1" ON "visits_busrun" ("house_id");
CREATE INDEX "visits_busrun_site_id_f44580d2" ON "visits_busrun" ("site_id");
CREATE INDEX "visits_doorcount_site_id_93dc0b82" ON "visits_doorcount" ("site_id");
CREATE INDEX "visits_letter_guest_id_33a81490" ON "visits_letter" ("guest_id");
CREATE INDEX "visits_letter_site_id_d0e4c314" ON "visits_letter" ("site_id");
CREATE INDEX "visits_numbered_guest_id_eff43d0d" ON "visits_numbered" ("guest_id");
CREATE INDEX "visits_numbered_site_id_0bfe9369" ON "visits_numbered" ("site_id");
CREATE INDEX "visits_servicecount_site_id_d0e55dad" ON "visits_servicecount" ("site_id");
CREATE INDEX "visits_tagged_guest_id_7fac29b5" ON "visits_tagged" ("guest_id");
CREATE INDEX "visits_tagged_site_id_a0fe4acb" ON "visits_tagged" ("site_id");
CREATE INDEX "visits_ticket_guest_id_487b8ec9" ON "visits_ticket" ("guest_id");
CREATE INDEX "visits_ticket_site_id_1dfec052" ON "visits_ticket" ("site_id");
CREATE INDEX "visits_visit_guest_id_1e211351" ON "visits_visit" ("guest_id");
CREATE INDEX "visits_visit_site_id_3172f31b" ON "visits_visit" ("site_id");
CREATE INDEX "wake_ups_of_a_night" ON "nights_wakeup" ("site_id", "night");
CREATE INDEX "wants_of_a_night" ON "nights_want" ("site_id", "night");
CREATE INDEX "what_falls_due" ON "advice_deadline" ("site_id", "ended_at", "due_at");
COMMIT;
