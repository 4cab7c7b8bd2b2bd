-- Halte 0.1.0: every table, two houses with a row in each. Written by `make keep`, never by hand.
-- Migrations: b492ffda52e6c1d9e239b6d78526f20bdcaf33da628cb937de743235e734b1e1
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
CREATE TABLE "common_datakey" ("id" char(32) NOT NULL PRIMARY KEY, "number" smallint unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "box" BLOB NOT NULL);
CREATE TABLE "common_jobrun" ("id" char(32) NOT NULL PRIMARY KEY, "job" varchar(60) NOT NULL, "due" datetime NOT NULL, "taken_at" datetime NOT NULL, "done_at" datetime NULL, CONSTRAINT "one_run_per_due_moment" UNIQUE ("job", "due"));
CREATE TABLE "common_remembered" ("id" char(32) NOT NULL PRIMARY KEY, "named" varchar(64) NOT NULL UNIQUE, "said" text NOT NULL, "until" datetime NOT NULL);
CREATE TABLE "common_wrongtries" ("id" char(32) NOT NULL PRIMARY KEY, "counted" varchar(64) NOT NULL UNIQUE, "tries" integer unsigned NOT NULL CHECK ("tries" >= 0), "until" datetime NOT NULL);
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
('b631ba81f6f4484f953e5e3db6accd9e', 1, X'CA4A12F07E99B983E040A459FC779E53BCEC5BB21200139BA6ACF16F9A5D6708', X'CA4A12F07E998167C6223ABF04A61492DAC73728C35FAE19E15AB9059AC32662', 1, 'ca4a12f07e990d6479083402d37adc59', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('c170a37182154d39bc06e82312748e2f', 1, X'CA4A12F07E991D48E54CF47CF15559B6E5D18221CCA24370D11F3C33F751DD65', X'CA4A12F07E99376FC44DFCF562487F8C69525CCA51B69C9D27FA70C6D031C501', 1, 'ca4a12f07e99757f446c77244aa52f22', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL);
INSERT INTO "accounts_device" ("id", "label", "kind", "token_hash", "roles", "made_by", "made_at", "until", "revoked_at", "site_id") VALUES
('3f9cadcd1e084dfe9576d7f9a5241dbb', 'Canarié7q 357c4be8d100c5931084', 'tablet', X'CA4A12F07E99BBEC81FA6ABAD2AE8F814B9731B4701BA2B0BF1B62FB387559CC', '[]', 'ca4a12f07e99024ad7a1a0f435b7835c', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('eb99f5726e3f4d4c8a3551853f48d8da', 'Canarié7q 8c4ec4f5eda7625435cf', 'tablet', X'CA4A12F07E99ABDE3E3AAFF8FE3779927AB438AAE1AE76E9A4BFDB278256F90F', '[]', 'ca4a12f07e99409c00993ebe2517f8cd', '2026-11-20 17:00:00', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "accounts_invitation" ("id", "token_hash", "role", "days", "invited_by", "expires_at", "revoked_at", "site_id", "used_by_id") VALUES
('053fd87a35ed48f38314e1b725cc6c9f', X'BD6D7616468166525B44170CFFB66C4059233C7CFC3EF992F5C3E5A5D09D9EE0', 'manager', NULL, '00000000000040008000000000000001', '2026-11-27 17:30:00', NULL, '76bb38c4679f4ae0ac2eada546670be9', NULL),
('4631e93cb33b44e48153d0f871ee2673', X'CA4A12F07E992F86E4C177DD4CBDFA41366CAB187342876412E1C2A651563234', 'greeter', 1, 'ca4a12f07e9927b751500ecc5be997ee', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('b355a3bc85d84808b4c34161c1d7e46c', X'C4F7174F12B2BDBF4187EDEF6737731118DBA4450324BC689720B394F849AD36', 'manager', NULL, '00000000000040008000000000000001', '2026-11-27 17:30:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL),
('e3c31f42974a458cb194fdf412d1be6f', X'CA4A12F07E99C19230E22AE7FECB7B7B91E9A842A4F405D33867D3A98247E9D5', 'greeter', NULL, 'ca4a12f07e99d4aaf1118e15f07b45aa', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', NULL);
INSERT INTO "accounts_membership" ("id", "role", "since", "until", "ended_at", "site_id", "staff_id") VALUES
('377bf29086234f518a0886c3f7cf9b2f', 'greeter', '2026-11-20', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'd83cba8b7f2e495ca246608ecc1b557e'),
('51d6bbff34f940d8a8d9d3b6c3f7b4da', 'greeter', '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961');
INSERT INTO "accounts_staff" ("id", "sign_in_name", "called", "password", "last_login", "language", "is_active", "made_at") VALUES
('0b26b6ae858b47d09bdf07a6986e8232', 'Canarié7q 4b981578000e3b551ee1', 'Canarié7q 0acb0ffb020fef54671d', 'Canarié7q b9e12cf48a95319c08f4', NULL, 'Canarié7q ', 0, '2026-11-20 17:00:00'),
('532efb70d7654e4e8e136c1473c4adfa', 'Canarié7q 60293d2ad9b7e8959a41', 'Canarié7q 75c47fea95cabeb6218d', 'Canarié7q 72ead38df0a8b09ef231', '2026-11-20 17:30:00', 'Canarié7q ', 0, '2026-11-20 17:30:00'),
('79985dc024a1478d9c407467d0143961', 'Canarié7q b85c7fe3326159b32f99', 'Canarié7q aaa65de55ee51e50ed48', 'Canarié7q 1adf812055d81d1e9580', '2026-11-20 17:30:00', 'Canarié7q ', 0, '2026-11-20 17:30:00'),
('d83cba8b7f2e495ca246608ecc1b557e', 'Canarié7q 6f6e6b8551916536dbf6', 'Canarié7q 8cba6a4097b657ae3770', 'Canarié7q 92e553c6bc4892fe4e5d', NULL, 'Canarié7q ', 0, '2026-11-20 17:00:00');
INSERT INTO "advice_appointment" ("id", "adviser", "starts_at", "on", "quarters", "state", "booked_at", "guest_id", "site_id") VALUES
('b5e2dae0b4db44fcb8f0ccadcd62bb80', 'ca4a12f07e9963ed96bae916d59b54c4', '2026-11-20 17:00:00', '2026-11-20', 1, 'booked', '2026-11-20 17:00:00', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('c544da6d5782479aa2af259262b16dd6', 'ca4a12f07e9900243ee9cd37224a2fbb', '2026-11-20 17:30:00', '2026-11-20', 1, 'booked', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "advice_appointmentcell" ("id", "adviser", "starts_at", "ended_at", "appointment_id", "guest_id", "site_id") VALUES
('22589d28d0f64b65bf4b991ea632daaa', 'ca4a12f07e994addd6a854ec7782ddc0', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'c544da6d5782479aa2af259262b16dd6', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('49272469cd714ceb83fdecc243dae884', 'ca4a12f07e9909389882623e12fa8500', '2026-11-20 17:00:00', NULL, 'b5e2dae0b4db44fcb8f0ccadcd62bb80', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "advice_away" ("id", "adviser", "since", "until", "ended_at", "site_id") VALUES
('4a9843258c5146c086dbf884db5ea37b', 'ca4a12f07e991864ac6736030cf15693', '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('4ab9f7c274614feab51dc1846b592b38', 'ca4a12f07e995cfae6966faf976502fa', '2026-11-20', '2026-11-20', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "advice_deadline" ("id", "case", "matter", "adviser", "stand_in", "due_at", "certainty", "written_at", "sent_at", "receipt", "not_sent", "ended_at", "site_id") VALUES
('8c97d220699945d583b705217a4b4bdc', 'Canarié', 'removal_detained', 'ca4a12f07e999cab9a3c8620499a889c', NULL, '2026-11-20 17:00:00', 'reckoned', '2026-11-20 17:00:00', NULL, '', '', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('e07ee94d8c854061bf1e79cbe15e8af1', 'Canarié', 'removal_detained', 'ca4a12f07e99a5bf955df29746d0ce8c', 'ca4a12f07e996f0df9e8b8fd5d06ef4e', '2026-11-20 17:30:00', 'reckoned', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'Canarié7q 14586193239445b53265', '', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "common_datakey" ("id", "number", "box") VALUES
('ad980dbdc18c45cc8b2bf72784e33d16', 1, X'CFF4F78764C2B6883891BB35127CD5CE1D15DED18CCB693A4E22396EFC352F5C12D74E63F2955D844CD033CAA2274669F80228B6097F57E8899D6E85');
INSERT INTO "common_jobrun" ("id", "job", "due", "taken_at", "done_at") VALUES
('81387d5b60364fbb854c188aa9cec8fc', 'Canarié7q a6c6fc3b71e33906699a', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00'),
('f073da92e9c94acea41461457cab6ad4', 'Canarié7q fe1c81f5b7034a0c3598', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL);
INSERT INTO "common_remembered" ("id", "named", "said", "until") VALUES
('07f2d0c1f4bc4674bb20006e7d9a7f01', 'Canarié7q def7c3895bfc11273151', 'Canarié7q 03614215824969e7e4db', '2026-11-20 17:00:00'),
('b3c962080f9c47fe930b7ec44758b6b1', 'Canarié7q 7ce3bf48d6cfc1a58e1e', 'Canarié7q 90a5e06958ec964f34f6', '2026-11-20 17:30:00');
INSERT INTO "common_wrongtries" ("id", "counted", "tries", "until") VALUES
('29c361298b7548b0a3ec35632081c0ab', 'Canarié7q bab2f4798552af99f574', 1, '2026-11-20 17:30:00'),
('80323d5d423842ec88b39640a135940e', 'Canarié7q 996032fdd843da188f54', 1, '2026-11-20 17:00:00');
INSERT INTO "complaints_complaint" ("id", "said_on", "about", "language", "words_box", "has_voice", "ticket_key", "answer_box", "answered_on", "closed_on", "site_id") VALUES
('0544677039e14eb484ca4df1845253ab', '2026-11-20', 'by_staff', 'Canarié7q ', X'CA4A12F07E9962C4FBA4EF1FA80B863B3833308908CE14FE774C685BCD8C147C', 0, X'CA4A12F07E9900329B868F9B68EEF2D75D3CCC0E79F2272314011D981D39D975', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('f2f7b53d19ff47dd88367f5d830574bf', '2026-11-20', 'by_staff', 'Canarié7q ', X'CA4A12F07E99E93B2CBDC0B51B50D61036CB713BDDA56C3B48F685B90986EF52', 0, X'CA4A12F07E99EF54005C1EAEBE6B46E6812FBF38F4253730CB38BFA5AFD3D0B4', X'CA4A12F07E99F7B07E34CA16FC4E2C69E6EDC5068F3568A9B6442A30F32B7AA0', '2026-11-20', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "complaints_mayread" ("id", "staff", "complaint_id", "site_id") VALUES
('65b14dde3cd94e1f90ebbe2a372a3a8d', 'ca4a12f07e9914b0da993123f8f5a3da', 'f2f7b53d19ff47dd88367f5d830574bf', '76bb38c4679f4ae0ac2eada546670be9'),
('d645f37508ed4c9bba99551bb0201555', 'ca4a12f07e99f0f20fbde6f65b262ade', '0544677039e14eb484ca4df1845253ab', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "complaints_reader" ("id", "since", "staff_id") VALUES
('46531879971f445ab0ac86d25f60faeb', '2026-11-20 17:00:00', '0b26b6ae858b47d09bdf07a6986e8232'),
('cbbf77a3e6db47f2baf07005b70ff3f4', '2026-11-20 17:30:00', '532efb70d7654e4e8e136c1473c4adfa');
INSERT INTO "complaints_voice" ("id", "kind", "sound_box", "complaint_id", "site_id") VALUES
('a3409bf7ad544eb2b963a9c6f3c13308', 'Canarié7q 6a327da1748394a9f8ee', X'CA4A12F07E99414DEF6BD331F45E52D3B2C60E78EDD2F2C90D6D106BC206FE1C', 'f2f7b53d19ff47dd88367f5d830574bf', '76bb38c4679f4ae0ac2eada546670be9'),
('a3ef12cc5d604906a745c197bd1484c9', 'Canarié7q 1bd409c02dc7e189e2e7', X'CA4A12F07E990AC5E93641425BE657005523F5EE3BCE69D2795EB14F00FF8FB6', '0544677039e14eb484ca4df1845253ab', 'b7b29753ca9945ceb0ff322742d93e82');
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
(128, 'common', 'remembered'),
(129, 'common', 'wrongtries'),
(13, 'governance', 'reply'),
(130, 'common', 'jobrun'),
(131, 'account', 'emailaddress'),
(132, 'account', 'emailconfirmation'),
(133, 'mfa', 'authenticator'),
(134, 'axes', 'accessattempt'),
(135, 'axes', 'accesslog'),
(136, 'axes', 'accessfailurelog'),
(137, 'axes', 'accessattemptexpiration'),
(138, 'auth', 'permission'),
(139, 'auth', 'group'),
(14, 'governance', 'opinion'),
(140, 'contenttypes', 'contenttype'),
(141, 'sessions', 'session'),
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
('88b7ee30369d4bd7a2b324db8540b5b1', '2026-11-20 17:00:00', 'ca4a12f07e996a4db8c3771c75ece861', 'fr', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('f7d5b85310214830a9ce8371b0f48649', '2026-11-20 17:30:00', 'ca4a12f07e99ad2e3608c82f742deddf', 'fr', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "emergency_papervisit" ("id", "at", "on", "paper", "outcome", "answered_by_1", "answered_by_2", "agreed_at", "site_id") VALUES
('203d2b22b05f44f7a0413a470e700bb2', '2026-11-20 17:00:00', '2026-11-20', 'judge', 'nothing_held', 'ca4a12f07e99f166b271c6024f622c23', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('e7b169ba402f416fb71093b4ea67d71e', '2026-11-20 17:30:00', '2026-11-20', 'judge', 'nothing_held', 'ca4a12f07e99b3f6164226cc297588c1', 'ca4a12f07e990accd24e04b19f19d89b', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "emergency_sitenumbers" ("id", "manager", "lawyer", "interpreters", "paid_line", "paid_code", "site_id") VALUES
('5942628c26244eae8a83e4719379311f', 'Canarié7q 682e435a361ec0248b30', 'Canarié7q 91049055e290936e9bde', 'Canarié7q 9d548fd6e1a27cc61ca8', 'Canarié7q 69bc48dc817ed53f203a', 'Canarié7q 93aa5dbb50ae4990cd48', 'b7b29753ca9945ceb0ff322742d93e82'),
('f71fda40845741bc913c477462f0a27a', 'Canarié7q 0ef9c80a0a7acf5849a1', 'Canarié7q ff4e825eef719766550e', 'Canarié7q c377a7fc833640fc414c', 'Canarié7q f611bd3cd20216f6ab96', 'Canarié7q 579db7bf11d50ed3c98b', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "emergency_speaks" ("id", "language", "site_id", "staff_id") VALUES
('597ec28c20b74a81a2cd30e50cfce9bd', 'fr', 'b7b29753ca9945ceb0ff322742d93e82', 'd83cba8b7f2e495ca246608ecc1b557e'),
('ffdaa18bff1f48a2b7087922b791c2dd', 'fr', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961');
INSERT INTO "emergency_trained" ("id", "what", "on", "site_id", "staff_id") VALUES
('02defb4fb58645949ef174e64e14377a', 'first_aid', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', '79985dc024a1478d9c407467d0143961'),
('ad6a938d27fc44bb853e1ad126051510', 'first_aid', NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'd83cba8b7f2e495ca246608ecc1b557e');
INSERT INTO "funding_agreement" ("id", "title", "currency", "amount_cents", "starts_on", "ends_on") VALUES
('7c9192c7af9b481e969143f1859ba844', 'Canarié7q a2f7e91cfe40113acf6e', 'EUR', 1, '2026-11-20', '2026-11-20'),
('7d98b3e35bcf4d7788760f8bf24a2e15', 'Canarié7q 7d172875491abc682853', 'EUR', 1, '2026-11-20', '2026-11-20');
INSERT INTO "funding_expense" ("id", "what", "currency", "cents", "paid_on", "covers_from", "covers_until", "purpose", "clause", "proof_reference", "proof_digest", "recorded_by", "site_id", "corrects_id") VALUES
('eed1dd2004d34e61b2dd3b88c115902a', 'Canarié7q 05157aecb4423d534337', 'EUR', 1, '2026-11-20', '2026-11-20', '2026-11-20', 'feed', 'Canarié7q d736f09c3b9405bc9290', 'Canarié7q 4d7a8ef5b4620914177c', X'CA4A12F07E99A8FF5DDE720D55C50A62617A5195A6F4C129E619EE400A348011', 'ca4a12f07e99277728a8f8fbcaba0efc', '76bb38c4679f4ae0ac2eada546670be9', NULL),
('f249e64f0ffc4a289c7517d1a81a9e48', 'Canarié7q 09ecf9524cfccbd1c5da', 'EUR', 1, '2026-11-20', NULL, NULL, 'feed', 'Canarié7q f5e737af48a2af7b0736', 'Canarié7q 84659251eaa9996805a0', NULL, 'ca4a12f07e99fdf2132094ce7789ea26', 'b7b29753ca9945ceb0ff322742d93e82', NULL);
INSERT INTO "funding_payer" ("id", "name", "weight", "position", "agreement_id") VALUES
('0818cf3c2dcf4e2884b516de61a4c4d7', 'Canarié7q f4746e941081bb91f3ff', 1, 1, '7d98b3e35bcf4d7788760f8bf24a2e15'),
('5337a45b30f24db0bf81c7ced2e3a200', 'Canarié7q 247312f9b3b4505ce718', 1, 1, '7c9192c7af9b481e969143f1859ba844');
INSERT INTO "funding_receipt" ("id", "kind", "size", "box", "expense_id", "site_id") VALUES
('6c8b880d46b04dfeaffbf4dce2e4f28d', 'application/pdf', 1, X'CA4A12F07E99E2783C0B3029ADDF021874067E3210401AE11BA0BC98785C9299', 'eed1dd2004d34e61b2dd3b88c115902a', '76bb38c4679f4ae0ac2eada546670be9'),
('fa698e02511b485e96b0905ddb5d4d76', 'application/pdf', 1, X'CA4A12F07E995AE37DD4ECA9C51C3A9BAE0838C70FAE5A3790C413EB2645603C', 'f249e64f0ffc4a289c7517d1a81a9e48', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "funding_share" ("id", "position", "currency", "cents", "owed_currency", "owed_cents", "rate_currency", "rate", "rate_on", "rate_source", "expense_id", "payer_id", "site_id") VALUES
('34e7c72092084483ac0f2f71b22d5798', 1, 'EUR', 1, 'EUR', 1, 'Can', 1, '2026-11-20', 'Canarié7q 490fd54c3b0fcc369001', 'eed1dd2004d34e61b2dd3b88c115902a', '0818cf3c2dcf4e2884b516de61a4c4d7', '76bb38c4679f4ae0ac2eada546670be9'),
('9cec79d0fa554c5fb63086cfc924cd25', 1, 'EUR', 1, 'EUR', 1, 'Can', 1, '2026-11-20', 'Canarié7q 977c10206b6e41879cd8', 'f249e64f0ffc4a289c7517d1a81a9e48', '5337a45b30f24db0bf81c7ced2e3a200', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "goods_distribution" ("id", "quantity", "left", "on", "starts_at", "place", "announced_at", "ended_at", "site_id", "variant_id") VALUES
('708db2b9d5c64794b9c50f3a475b1dc0', 1, 1, '2026-11-20', '2026-11-20 17:30:00', 'gate', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '701adf7ae35148508ca6f98e6b3ece36'),
('8c8a13df96de4f78aa7652116fda54b1', 1, 1, '2026-11-20', '2026-11-20 17:00:00', 'gate', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', '4f20b4e7a8394543a28eabf76d521093');
INSERT INTO "goods_distributionnumber" ("id", "number", "taken_at", "given_at", "ended_at", "distribution_id", "guest_id", "site_id") VALUES
('088eb20b883045e683c941547da94a52', 1, '2026-11-20 17:00:00', NULL, NULL, '8c8a13df96de4f78aa7652116fda54b1', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('e1a42faffa5942a6b62f4632a3f9c5dc', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '708db2b9d5c64794b9c50f3a475b1dc0', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "goods_given" ("id", "quantity", "reason", "at", "on", "ended_at", "guest_id", "site_id", "variant_id") VALUES
('20b8596c6e944e399f297349d9753eab', 1, 'first', '2026-11-20 17:00:00', '2026-11-20', NULL, 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82', '4f20b4e7a8394543a28eabf76d521093'),
('ffbe7c8eefec43069e3377c409134559', 1, 'first', '2026-11-20 17:30:00', '2026-11-20', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', '701adf7ae35148508ca6f98e6b3ece36');
INSERT INTO "goods_kind" ("id", "code", "pictogram", "position", "in_winter", "in_summer", "given_as") VALUES
('15d275bc2c8241bb8bc11797baf5aad4', 'c20f4a07219343e', 'blanket', 1, 0, 0, 'piece'),
('e76e0304b0e748a388bceba564ff780a', 'c8ea308dba0c0a0', 'blanket', 1, 0, 0, 'piece');
INSERT INTO "goods_kindname" ("id", "language", "name", "kind_id") VALUES
('5c9f8fde7bc14f1fa9944de751329eca', 'Canarié7q ', 'Canarié7q fa11b73a8831b91aec21', '15d275bc2c8241bb8bc11797baf5aad4'),
('f35e5ed79f014fbc852ad333e2bc78a3', 'Canarié7q ', 'Canarié7q bc716512d3b0e831d44c', 'e76e0304b0e748a388bceba564ff780a');
INSERT INTO "goods_movement" ("id", "quantity", "reason", "at", "on", "line", "site_id", "variant_id") VALUES
('02787c9e55ad464b9f0cacae22930883', 1, 'received', '2026-11-20 17:00:00', '2026-11-20', 'ca4a12f07e9974867ee0accfe0393a5a', 'b7b29753ca9945ceb0ff322742d93e82', '4f20b4e7a8394543a28eabf76d521093'),
('7fb38a761b9845a1ad6b9a21e81d6e45', 1, 'received', '2026-11-20 17:30:00', '2026-11-20', 'ca4a12f07e99d3d51fe8a90af76c49e2', '76bb38c4679f4ae0ac2eada546670be9', '701adf7ae35148508ca6f98e6b3ece36');
INSERT INTO "goods_stock" ("id", "balance", "promised", "site_id", "variant_id") VALUES
('c964ac1642ab4cd3b817e312fefc8317', 1, 1, '76bb38c4679f4ae0ac2eada546670be9', '701adf7ae35148508ca6f98e6b3ece36'),
('da3a896400f24a3a9649499a8e98c84f', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82', '4f20b4e7a8394543a28eabf76d521093');
INSERT INTO "goods_variant" ("id", "size", "position", "kind_id") VALUES
('4f20b4e7a8394543a28eabf76d521093', 'c1cfae08c86c', 1, '15d275bc2c8241bb8bc11797baf5aad4'),
('701adf7ae35148508ca6f98e6b3ece36', 'c43dc1e97834', 1, 'e76e0304b0e748a388bceba564ff780a');
INSERT INTO "governance_commitment" ("id", "places", "since", "site_id", "decision_id", "place_id") VALUES
('7898a75c2fd24cbea8f4da9ef500e956', 1, '2026-11-20', 'b7b29753ca9945ceb0ff322742d93e82', '91ffacd909cd4e98b5aeda6d12053360', 'd3fa7310f33c45369770824737cd7470'),
('84ba882484a54d60b0fd9a2aca7da200', 1, '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', 'f21db6c884d24830b2971dc67fe3b78c', '1a85e762d9c64cf79daa6bddf483d56e');
INSERT INTO "governance_decision" ("id", "body", "answer", "conditions", "decided_on", "written_by", "proposal_id") VALUES
('91ffacd909cd4e98b5aeda6d12053360', 'mayor', 'yes', 'Canarié7q f717e8bbdddacc1f553f', '2026-11-20', 'ca4a12f07e999f1e01f0fcee60aa5f06', '2803bed2d330439c97c967496198d3fc'),
('f21db6c884d24830b2971dc67fe3b78c', 'mayor', 'yes', 'Canarié7q c0091380433cda58eeab', '2026-11-20', 'ca4a12f07e99d264f03b8da39ad14f58', '131e079f57004a31aae992a775d655c8');
INSERT INTO "governance_evidence" ("id", "on", "code", "value", "site_id", "proposal_id") VALUES
('a54bb361e276426384f866630c76a99d', '2026-11-20', 'Canarié7q 0dadaef127cc5c356435', 1, '76bb38c4679f4ae0ac2eada546670be9', '131e079f57004a31aae992a775d655c8'),
('fb22025cbff44217ac7ffed0de70ae1f', '2026-11-20', 'Canarié7q 4d55cc20d760f2016827', 1, 'b7b29753ca9945ceb0ff322742d93e82', '2803bed2d330439c97c967496198d3fc');
INSERT INTO "governance_meeting" ("id", "held_on", "town", "bodies", "proposal_id") VALUES
('2b01531ace6643f4b0fb3ab14628ee01', '2026-11-20', 'Canarié7q 62fac7116c8556fa3c4c', '[]', '2803bed2d330439c97c967496198d3fc'),
('603f611faa7e4e5a9a899235dd953cc6', '2026-11-20', 'Canarié7q 0541c954e7887e08a8b1', '[]', '131e079f57004a31aae992a775d655c8');
INSERT INTO "governance_opinion" ("id", "body", "verdict", "reasons", "given_on", "written_by", "superseded_at", "proposal_id") VALUES
('6c29145880a844ef8261bf0f6c50aeed', 'mayor', 'favourable', 'Canarié7q 90ace43c04a704b6ca81', '2026-11-20', 'ca4a12f07e9980a11ba899388b35c431', NULL, '2803bed2d330439c97c967496198d3fc'),
('dab89253b7774d6cb9b5a8607278e029', 'mayor', 'favourable', 'Canarié7q e4a7dd9ba5195bd751d6', '2026-11-20', 'ca4a12f07e99028dbad10e6e0f9c3755', '2026-11-20 17:30:00', '131e079f57004a31aae992a775d655c8');
INSERT INTO "governance_proposal" ("id", "code", "title", "text", "places_wanted", "made_by", "written_by", "made_on") VALUES
('131e079f57004a31aae992a775d655c8', 'ccfcf7d246297d8', 'Canarié7q 56b2e8f862ba1a3a75d5', 'Canarié7q 5a082631ca15c8d220af', 1, 'mayor', 'ca4a12f07e993ddfd565702d9f163c37', '2026-11-20'),
('2803bed2d330439c97c967496198d3fc', 'cb4a57538fc12f2', 'Canarié7q cf4d678b68bf17a8c35e', 'Canarié7q 127388c7ced21cf44f86', 1, 'mayor', 'ca4a12f07e99c6992597590f907234c8', '2026-11-20');
INSERT INTO "governance_proposalplace" ("id", "name", "kind", "site_code", "town", "address", "places", "position", "proposal_id") VALUES
('1a85e762d9c64cf79daa6bddf483d56e', 'Canarié7q 63eec7819eddea783b92', 'day_centre', 'c6a34fd0dcbab8e', 'Canarié7q e60a8eb4a30108846f60', 'Canarié7q a68c5d58156ee9b31a7f', 1, 1, '131e079f57004a31aae992a775d655c8'),
('d3fa7310f33c45369770824737cd7470', 'Canarié7q 8e693d4b3951e482a396', 'day_centre', 'c21333bc5a5cf9a', 'Canarié7q fdc931e66b8ceec42134', 'Canarié7q e35350e8362cc4da02c0', 1, 1, '2803bed2d330439c97c967496198d3fc');
INSERT INTO "governance_reply" ("id", "body", "text", "written_at", "written_by", "ended_at", "note_id", "site_id") VALUES
('1e8b64b55fa848fdbd99c7f820fcf59d', 'mayor', 'Canarié7q 9daf1f404879c9dd3082', '2026-11-20 17:30:00', 'ca4a12f07e99a907b977dcae2feea089', '2026-11-20 17:30:00', '66cb284169984fa190e45b6cc356f0c9', '76bb38c4679f4ae0ac2eada546670be9'),
('9e31b7387b18479ebb032215d4c4ef06', 'mayor', 'Canarié7q 2dd2e72d9d9dc3236578', '2026-11-20 17:00:00', 'ca4a12f07e99684a510485a66649cbc0', NULL, 'd43048714c6d4204a5a8462236d4c1ce', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_acquaintance" ("id", "known_key", "site_id", "guest_id") VALUES
('58d25a465c8c48499d97de44235908cf', X'CA4A12F07E99D4E4D7476D0FBC50BBA50CFCFD4CE2DDACF1298DAB246A882070', 'b7b29753ca9945ceb0ff322742d93e82', 'b000677e331f4a1eb23d7021677d96fc'),
('af503196c5934544990a6be6c19f1d80', X'CA4A12F07E99D52A14B93937AF34F2478BC65AEED4EF81413381DDDBB2BEA185', '76bb38c4679f4ae0ac2eada546670be9', '2c673e7c6bac4f88aebd19d6acf2de3c');
INSERT INTO "guests_decoycard" ("id", "made_at", "guest_id", "site_id") VALUES
('2683d370e71d47c4b96ff73f14137f57', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('d2f150b207bd4c958254d823234163d0', '2026-11-20 17:00:00', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_erasepause" ("id", "until", "asked_by", "asked_on", "agreed_by", "site_id", "guest_id") VALUES
('26f2fcc8778248e5a57f5005f4c2da04', '2026-11-20', 'ca4a12f07e991d3a94c3884a22b83e4a', '2026-11-20', 'ca4a12f07e996b96d895ac71f4c2f59e', '76bb38c4679f4ae0ac2eada546670be9', '2c673e7c6bac4f88aebd19d6acf2de3c'),
('c97722bd79cd407ea1492b575f3900ea', '2026-11-20', 'ca4a12f07e9915ac44adaa43066e95a3', '2026-11-20', NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'b000677e331f4a1eb23d7021677d96fc');
INSERT INTO "guests_group" ("id", "is_family", "agreed_neighbouring", "site_id") VALUES
('653c7938fe864a69bd944de276f66d27', 0, 0, '76bb38c4679f4ae0ac2eada546670be9'),
('b5227ef984584b4caf0d2274c9e84939', 0, 0, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_guest" ("id", "card_key", "spoken_box", "state", "language", "counted", "placed", "made_on", "in_cot", "ask_in_private", "protected", "site_id", "on_card_of_id", "replaced_by_id") VALUES
('2c673e7c6bac4f88aebd19d6acf2de3c', X'CA4A12F07E99E92E151B25E13C90478DF5333B8507641EA9CBC6E51A78CE71E0', X'CA4A12F07E9978104229FE10A24869679591D8F9DA44E9D12BD80C993D37CA78', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL),
('63877554b4924784b43e92545b909354', X'0FE0948C99A3B7E38899DB35A99AFB4601FA04E8AC2324142FE365DEE56CBA64', X'09068727F50E061B1DCE792506477FB23D4C7FBF80A523', 'live', '', '', 'in_turn', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL),
('77b396176f4b45df882dda79abb8b1ef', X'CA4A12F07E9903603C8939F5A6BF1D4A92EE185A8D6D5585D2DCFC00C3D8AEEC', X'CA4A12F07E9907C8AA1C31D71BA5B1AB1737A81730E9CAF96C2B263E999B068D', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL),
('98e7994306754c9087df603b28614ac5', X'FD7AB15D1362897C1F8A06B8D7F3225BE655A3F7B4DE92C21C63900C4AB59A14', X'3F4F2F0C197B454B5C84329E525F78452F515A2FAA1CEB', 'live', '', '', 'in_turn', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL),
('b000677e331f4a1eb23d7021677d96fc', X'CA4A12F07E99FB5E4990BED05655E20441FDBA4E1DDB9770466B0E71A0C3547A', X'CA4A12F07E99DDC944D464496BDA4AC576025BBF98016993CA93334A9CC569FB', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, 'b7b29753ca9945ceb0ff322742d93e82', NULL, NULL),
('e93ac2e1eb284f6db3c6817fdfe124b5', X'CA4A12F07E9989233149C17DE138031EA6B70BDB56606B3EF84682FEEC602FF1', X'CA4A12F07E995633A90EB5CBC3EFD98A47E3B098278F0AA9484A996BAF8D29F0', 'live', 'Canarié7q ', 'man', 'first', '2026-11-20', 0, 0, 0, '76bb38c4679f4ae0ac2eada546670be9', NULL, NULL);
INSERT INTO "guests_keptapart" ("id", "since", "set_by", "one_id", "other_id", "site_id") VALUES
('c0186c45da99462882fdc1de298f8872', '2026-11-20', 'ca4a12f07e99686796e5a8c8e7a85243', 'b000677e331f4a1eb23d7021677d96fc', '77b396176f4b45df882dda79abb8b1ef', 'b7b29753ca9945ceb0ff322742d93e82'),
('cfef382be29d41c78bff4de2775b826e', '2026-11-20', 'ca4a12f07e993d7e0fa2c47aaaefa715', '2c673e7c6bac4f88aebd19d6acf2de3c', 'e93ac2e1eb284f6db3c6817fdfe124b5', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_lookalarm" ("id", "kind", "by", "cards", "since", "last_at", "seen_at", "seen_by", "decoy_id", "site_id") VALUES
('ee303f09723f4cdd8e5dc2ce11690b43', 'many', 'ca4a12f07e990600e3b71823dada5e38', 1, '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('f988581491fe41599d4e698bed1012d0', 'many', 'ca4a12f07e99de16b777c8b0754299fc', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'ca4a12f07e99bc306bf4157b6f11f2ae', '2683d370e71d47c4b96ff73f14137f57', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_measure" ("id", "until", "written_on", "note_box", "asked_by", "agreed_by", "other_place", "ended_on", "appeal_key", "appeal_box", "answer_box", "guest_id", "site_id") VALUES
('5d8acb9309f3465fb399fa68980bed01', '2026-11-20', '2026-11-20', X'CA4A12F07E9953F4F8FAF4870747D4AF04694A6E252CDF2B957D337F50BD8B80', 'ca4a12f07e998d5120304e02268313a5', 'ca4a12f07e99263e6f55357f50020b1a', 'other_house', '2026-11-20', X'CA4A12F07E99DBA8A4DB4C9F205751F4DA8633DDC5441D52C51D5216DD4E0F6C', X'CA4A12F07E993000FBE9EA8EF9CB7AFDAB6B113A761D396E5D3E5CC79D2BA6F0', X'CA4A12F07E99659D8E584652D693282886924FB81CE03D9DD398EED771E14064', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('b96e87b27d8944ab9eefe903db47d1ca', '2026-11-20', '2026-11-20', X'CA4A12F07E998A7202CB2770D6995A527F19112260B8ABCE91A999D45DF7DF92', NULL, NULL, 'other_house', NULL, X'CA4A12F07E99296C0B78CE56E7D55844FD510CD4F0D82A5BADCE99D32C8BBD47', X'CA4A12F07E99F58A50A0655905675F64B221AAF24D56DCE8D4847B143579E5EC', X'CA4A12F07E995FCF530880899510098EDA22357066885E61A62DF6409674A71D', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_membership" ("id", "since", "until", "group_id", "guest_id", "site_id") VALUES
('17c86c75dd884a44a33ee0bbe311fa9d', '2026-11-20', NULL, 'b5227ef984584b4caf0d2274c9e84939', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('fb1bfc95808e4addaffd6c03ba7ce752', '2026-11-20', '2026-11-20', '653c7938fe864a69bd944de276f66d27', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_ownsign" ("id", "sign_key", "guest_id", "site_id") VALUES
('2f109b6c03b849a08ce5c81ac8aa8d4d', X'CA4A12F07E9999F6F82A9AF9CDB526A42D634E84AC14B8BE1D110BB44F6A37C6', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('3932887216124624a9e5d9af1b73f0ef', X'CA4A12F07E99545649CE7470E561FDE585674EF478396729D7B6435DDA7D7692', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "guests_pairedphone" ("id", "token_hash", "until", "since", "guest_id", "site_id") VALUES
('3e842fa18c5e4c3f8412e4bb3d674348', X'CA4A12F07E994DC8670DC494F415BF24C1DD7478230CF1A8F1848D4097139245', '2026-11-20 17:00:00', NULL, 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('fe9e30c395b2483f98654a70e4d406ec', X'CA4A12F07E99906009CBE71F54E6A88913CCAEBD48D36D7E57FB840D8BDBCD1F', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "guests_placewanted" ("id", "need", "guest_id", "site_id") VALUES
('2c83ae95b41a44d0bda5344480c479e0', 'ground_floor', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('e164bc8101db403192d770e99be6415d', 'ground_floor', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "journal_head" ("site", "epoch", "seq", "hash") VALUES
('76bb38c4679f4ae0ac2eada546670be9', 1, 4, X'EB59995C829C3957FAD3EB76E658F042B5813D1F8F067AEF7AB219EB1B036A9A'),
('b7b29753ca9945ceb0ff322742d93e82', 1, 4, X'7C452C7BBC18C1FAFD24E2B19880DB721B4F5E4882D75F5E307FB44F96C19132');
INSERT INTO "journal_line" ("id", "site", "epoch", "seq", "at", "recorded_at", "actor", "kind", "undoes", "body", "hash") VALUES
('0164c891f2894d7eb6383d32bf6ee878', '76bb38c4679f4ae0ac2eada546670be9', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'sites.founded', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B226B696E64223A22686F7374656C227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223031363463383931663238393464376562363338336433326266366565383738222C226B696E64223A2273697465732E666F756E646564222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A312C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'CD40FC4C9394F525678BB72CD9AF909C6022CB2B4EFB512E6B208349E0E82F3C'),
('06b0b150653846e8b57db7188934dd1f', 'b7b29753ca9945ceb0ff322742d93e82', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'sites.founded', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B226B696E64223A226461795F63656E747265227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223036623062313530363533383436653862353764623731383839333464643166222C226B696E64223A2273697465732E666F756E646564222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A312C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'D35407E1DB378832F05D4EDFCDD8578AA146DFBD609A37FAD2099680E3645836'),
('1205c35b992c47798145b49039919767', 'b7b29753ca9945ceb0ff322742d93e82', 1, 4, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'visits.arrived', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223132303563333562393932633437373938313435623439303339393139373637222C226B696E64223A227669736974732E61727269766564222C2270726576696F7573223A2261396234333061663030623764326666333264316263303837363036393139333338323132343263343235363163323632323339663763393466643537326330222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A342C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B2266633234393166356438353636366262313931326433616261336131336132316635303937643565623836343761313537633932303130663838623166356132225D2C22756E646F6573223A6E756C6C7D', X'7C452C7BBC18C1FAFD24E2B19880DB721B4F5E4882D75F5E307FB44F96C19132'),
('174fc28f067f48eb8e74a3b52f047755', '76bb38c4679f4ae0ac2eada546670be9', 1, 4, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'visits.arrived', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223137346663323866303637663438656238653734613362353266303437373535222C226B696E64223A227669736974732E61727269766564222C2270726576696F7573223A2235666633336634343065366532333463613436623464663133633739326237383736616566396137346636363631313531653134373362663730356632643232222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A342C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B2261383962376162363134616464623862346534353565393736363763366165383964633766366538393834363638643765343163373565313739613636343265225D2C22756E646F6573223A6E756C6C7D', X'EB59995C829C3957FAD3EB76E658F042B5813D1F8F067AEF7AB219EB1B036A9A'),
('2cf7d674d07941fab22e1f31e60a7f61', 'b7b29753ca9945ceb0ff322742d93e82', 1, 3, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'guests.card_made', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223263663764363734643037393431666162323265316633316536306137663631222C226B696E64223A226775657374732E636172645F6D616465222C2270726576696F7573223A2234656435356434386536643861376366356266326464626439646532333136643038336237363466653439366537386430626236343038373231316139303338222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A332C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B2237393964313962656334353663626365356661393537306136333538656164336233313063383335616438613133623264393261306338353730323236646466225D2C22756E646F6573223A6E756C6C7D', X'A9B430AF00B7D2FF32D1BC08760691933821242C42561C262239F7C94FD572C0'),
('9293bbc016f244829c550381baf66236', '76bb38c4679f4ae0ac2eada546670be9', 1, 2, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'accounts.invited', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B2264617973223A6E756C6C2C22726F6C65223A226D616E61676572227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A223932393362626330313666323434383239633535303338316261663636323336222C226B696E64223A226163636F756E74732E696E7669746564222C2270726576696F7573223A2263643430666334633933393466353235363738626237326364396166393039633630323263623262346566623531326536623230383334396530653832663363222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A322C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'7CDD4BDDB195FAE0B50536FCD884A49FF41561137057E046DAE42E542CB9D9A9'),
('baa82e98f9f04730aea781b821e73310', 'b7b29753ca9945ceb0ff322742d93e82', 1, 2, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'accounts.invited', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B2264617973223A6E756C6C2C22726F6C65223A226D616E61676572227D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A226261613832653938663966303437333061656137383162383231653733333130222C226B696E64223A226163636F756E74732E696E7669746564222C2270726576696F7573223A2264333534303765316462333738383332663035643465646663646438353738616131343664666264363039613337666164323039393638306533363435383336222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A322C2273697465223A226237623239373533636139393435636562306666333232373432643933653832222C227375626A65637473223A5B5D2C22756E646F6573223A6E756C6C7D', X'4ED55D48E6D8A7CF5BF2DDBD9DE2316D083B764FE496E78D0BB64087211A9038'),
('e4ed4a88673d438ba95390a9a47cf89d', '76bb38c4679f4ae0ac2eada546670be9', 1, 3, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '00000000000040008000000000000001', 'guests.card_made', NULL, X'7B226163746F72223A223030303030303030303030303430303038303030303030303030303030303031222C226174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C2264617461223A7B7D2C22646576696365223A6E756C6C2C2265706F6368223A312C226964223A226534656434613838363733643433386261393533393061396134376366383964222C226B696E64223A226775657374732E636172645F6D616465222C2270726576696F7573223A2237636464346264646231393566616530623530353336666364383834613439666634313536313133373035376530343664616534326535343263623964396139222C227265636F726465645F6174223A22323032362D31312D32305431373A33303A30302E3030303030302B30303A3030222C22736571223A332C2273697465223A223736626233386334363739663461653061633265616461353436363730626539222C227375626A65637473223A5B2239343462336339656166653234323637653564323331663063653231643238316464373435376533666534313033316565663162633133336239333232613434225D2C22756E646F6573223A6E756C6C7D', X'5FF33F440E6E234CA46B4DF13C792B7876AEF9A74F6661151E1473BF705F2D22');
INSERT INTO "journal_retry" ("id", "actor", "value", "body_hash", "results", "at", "line_id") VALUES
('00fd092758df45559d4a69a42549c551', '00000000000040008000000000000001', '7c99efcada3845efad1536bd42208f50', X'', '{"guest": "63877554b4924784b43e92545b909354", "waited": false}', '2026-11-20 17:30:00', 'e4ed4a88673d438ba95390a9a47cf89d'),
('127303176ea34a63a17496149d32178e', '00000000000040008000000000000001', 'b69760837f8a42e89de286c490c02f3a', X'', '{"guest": "98e7994306754c9087df603b28614ac5", "waited": false}', '2026-11-20 17:30:00', '2cf7d674d07941fab22e1f31e60a7f61'),
('41025225ef364dfaa6b566c79011ecd5', '00000000000040008000000000000001', '1c36120f30cd4dffbe278a081a795ffa', X'', '{"visit": "35000b5a090642caa3e0514e8b516bb2"}', '2026-11-20 17:30:00', '1205c35b992c47798145b49039919767'),
('45b3d814862f4163a7b06b6e475f6d2a', '00000000000040008000000000000001', 'c4770dd00c494464a39e838b55bfbd7b', X'', '{}', '2026-11-20 17:30:00', '0164c891f2894d7eb6383d32bf6ee878'),
('6d93809e6463437d963b91aab383b711', '00000000000040008000000000000001', '2bdf93e1b40d4695a98ba41647ce35b7', X'', '{}', '2026-11-20 17:30:00', '06b0b150653846e8b57db7188934dd1f'),
('a0f76686a66a409b9634792c99a290d2', '00000000000040008000000000000001', '27be5947c70141dcb5ae142c23d2b6bf', X'', '{"invitation": "053fd87a35ed48f38314e1b725cc6c9f"}', '2026-11-20 17:30:00', '9293bbc016f244829c550381baf66236'),
('a746c899e9554808a54c79efab0c9e41', '00000000000040008000000000000001', 'ad68a9c724624de98adf3fc3f5d6bff9', X'', '{"visit": "c54f1246d0434ec980cac02234b49643"}', '2026-11-20 17:30:00', '174fc28f067f48eb8e74a3b52f047755'),
('d2b080342e0c4677bdc2e6a9e1f50062', '00000000000040008000000000000001', '12236b8bb5734e92b899827436ca31cc', X'', '{"invitation": "b355a3bc85d84808b4c34161c1d7e46c"}', '2026-11-20 17:30:00', 'baa82e98f9f04730aea781b821e73310');
INSERT INTO "journal_subject" ("id", "nonce", "guest", "line_id") VALUES
('3e1650b897f4420ea787312d16259f95', X'D38F0B162C7922E1C8E29199CA87AC53', '63877554b4924784b43e92545b909354', 'e4ed4a88673d438ba95390a9a47cf89d'),
('47a074003f874f0bba12a17cd4f217e5', X'82D31B314A401ED2CAE7644D4254AF59', '98e7994306754c9087df603b28614ac5', '2cf7d674d07941fab22e1f31e60a7f61'),
('a414e5101b65467d9039e01912a5a3ea', X'D20BEF153AE7285EA18E483DCC7933F6', '63877554b4924784b43e92545b909354', '174fc28f067f48eb8e74a3b52f047755'),
('b6f6c80178694ff59912997cfadc588c', X'95D48BCB6169D2B60666872327F375CF', '98e7994306754c9087df603b28614ac5', '1205c35b992c47798145b49039919767');
INSERT INTO "nights_dutyteam" ("id", "phone", "set_at", "set_by", "site_id") VALUES
('8350b387bc9a4e81adfd1e563a261c09', 'Canarié7q 2ce2861c8f9723e60399', '2026-11-20 17:30:00', 'ca4a12f07e99f4428f71ef0c561a35e8', '76bb38c4679f4ae0ac2eada546670be9'),
('8a3cb452c2d043259461b7b1382b2d00', 'Canarié7q d5fe57a37d526a60f4e8', '2026-11-20 17:00:00', 'ca4a12f07e99b273b75dacdef6e1f4a4', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_heldparty" ("id", "night", "number", "asked_by", "nameless", "arriving_at", "until", "made_at", "ended_at", "end", "asked_id", "beside_id", "site_id") VALUES
('3bcf1e33e7c14c42800e20b9416ea353', '2026-11-20', 1, 'outreach', 0, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'came', '4d69e8c90df0438b9f5ff90dd791002a', '653c7938fe864a69bd944de276f66d27', '76bb38c4679f4ae0ac2eada546670be9'),
('eca46edfe0244cf48ff7756154df7c54', '2026-11-20', 1, 'outreach', 0, NULL, '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'came', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_heldperson" ("id", "guest_id", "party_id", "site_id") VALUES
('2ed34ed4f68c405facfd5566f1155288', 'b000677e331f4a1eb23d7021677d96fc', 'eca46edfe0244cf48ff7756154df7c54', 'b7b29753ca9945ceb0ff322742d93e82'),
('aaa1b76bf39c44718c2373c1d28252d0', '2c673e7c6bac4f88aebd19d6acf2de3c', '3bcf1e33e7c14c42800e20b9416ea353', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_listprinted" ("id", "night", "printed_at", "why", "inside", "changes", "site_id") VALUES
('2596056c45124d6db74cdc6b354ddbf2', '2026-11-20', '2026-11-20 17:30:00', 'hour', 1, 1, '76bb38c4679f4ae0ac2eada546670be9'),
('b7fd94a350a2479fa20acdd4bd71c8b2', '2026-11-20', '2026-11-20 17:00:00', 'hour', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_nightopened" ("id", "night", "opened_at", "carried", "without_bed", "site_id") VALUES
('8de0329d4b4a460587480043793dae38', '2026-11-20', '2026-11-20 17:00:00', 1, 1, 'b7b29753ca9945ceb0ff322742d93e82'),
('d5f519897ce543f5aef777f87f4adcb7', '2026-11-20', '2026-11-20 17:30:00', 1, 1, '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_nightplan" ("id", "night", "made_at", "goals", "undone_at", "site_id") VALUES
('3c272a3693004174bfc22c8d9c116bf2', '2026-11-20', '2026-11-20 17:30:00', '[]', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('3dd8e1716a6045bf8126f2a1816f4137', '2026-11-20', '2026-11-20 17:00:00', '[]', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_nightround" ("id", "night", "number", "began_at", "ended_at", "site_id") VALUES
('40fea7d2820844e288594b23174d0fb6', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('8da893fec7a449738974fc8afca97f3e', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_noplacenumber" ("id", "night", "why", "number", "said_at", "ended_at", "site_id") VALUES
('2b511aca8ccd4291b6e820e8f2ca8693', '2026-11-20', 'Canarié7q 689135f5f5', 1, '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('cc7b9519230b4f0a8f7d9f39444844da', '2026-11-20', 'Canarié7q 720918dc25', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_placeproposal" ("id", "night", "kind", "made_at", "answered_at", "answer", "by", "group_id", "site_id") VALUES
('7356caa614ab46178d4dc39a86d79f2d', '2026-11-20', 'split_rooms', '2026-11-20 17:00:00', NULL, 'agreed', NULL, 'b5227ef984584b4caf0d2274c9e84939', 'b7b29753ca9945ceb0ff322742d93e82'),
('a80180fd047042d287b032576869dae6', '2026-11-20', 'split_rooms', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'agreed', 'ca4a12f07e992abd578ec8b44b15f3d0', '653c7938fe864a69bd944de276f66d27', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_planline" ("id", "party", "why", "about", "overruled", "overruled_by", "guest_id", "plan_id", "room_id", "site_id") VALUES
('047726f2d22d45869e489954d4cdbd22', 'ca4a12f07e990e6bf9957a1e15dc032e', 'Canarié7q 00d546ecc66977e6d87d', '[]', 'safer', 'ca4a12f07e997a442d1f3a2f987f6c30', '2c673e7c6bac4f88aebd19d6acf2de3c', '3c272a3693004174bfc22c8d9c116bf2', '690df5645e5e4764a724642b8a939e03', '76bb38c4679f4ae0ac2eada546670be9'),
('82ec253977d54daab4a5590d4e5662cf', 'ca4a12f07e99c25ec368f093289ed91b', 'Canarié7q 409ab86a2de743ef927b', '[]', 'safer', NULL, 'b000677e331f4a1eb23d7021677d96fc', '3dd8e1716a6045bf8126f2a1816f4137', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_roomround" ("id", "night", "seen_at", "expected", "seen", "others", "ended_at", "room_id", "round_id", "site_id") VALUES
('44f8c7392b3b466ca2aa8c431aba2ead', '2026-11-20', '2026-11-20 17:30:00', 1, 1, 1, '2026-11-20 17:30:00', '690df5645e5e4764a724642b8a939e03', '40fea7d2820844e288594b23174d0fb6', '76bb38c4679f4ae0ac2eada546670be9'),
('5c5ed5eb4e314fb8a16c6d6fd63fd3ce', '2026-11-20', '2026-11-20 17:00:00', 1, 1, 1, NULL, 'abe0ef909f5f4daa88c2862286913a8d', '8da893fec7a449738974fc8afca97f3e', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "nights_stay" ("id", "night", "given_at", "arrived_at", "left_at", "leaving", "fetch_first", "away_from", "away_until", "carried", "ended_at", "end_reason", "bed_id", "guest_id", "site_id") VALUES
('5356173b3cd54787915869d87d841422', '2026-11-20', '2026-11-20 17:00:00', NULL, NULL, 0, 0, NULL, NULL, 0, NULL, 'freed', '2fe2877a6b1348178701714e09a033b5', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('d5cb4bd8b0104725b453b0eea749676b', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 0, 0, '2026-11-20', '2026-11-20', 0, '2026-11-20 17:30:00', 'freed', '99a88d2614254299a06c757d9bda49af', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_wakeup" ("id", "night", "wake_at", "asked_at", "woken_at", "ended_at", "guest_id", "site_id") VALUES
('a67a6a72ba34482dafbc515ad4e44aca', '2026-11-20', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, NULL, 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('f2ed74c19f85484687356cda317dab3f', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_want" ("id", "night", "asked_at", "ended_at", "end", "told_at", "no_place_why", "guest_id", "site_id") VALUES
('61114d215a124de280cc3e0d88759b9e', '2026-11-20', '2026-11-20 17:00:00', NULL, 'given', NULL, 'full', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('b1f7beb2b3364918834ac65c76032068', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'given', '2026-11-20 17:30:00', 'full', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "nights_youngcall" ("id", "called", "called_at", "answered", "by", "site_id", "sheet_id") VALUES
('2a7dfe8938604ca4914c37321a209cd7', 'line_119', '2026-11-20 17:30:00', 'no_answer', 'ca4a12f07e99a463181fc0e5c1796589', '76bb38c4679f4ae0ac2eada546670be9', 'beefdf925cf74a628b0e1b597d5bc9b4'),
('a28a6357bd3546d5989546531b16edff', 'line_119', '2026-11-20 17:00:00', 'no_answer', 'ca4a12f07e99532db560d70208239c37', 'b7b29753ca9945ceb0ff322742d93e82', '971c3cff07004a3c8b95546e7b0c1739');
INSERT INTO "nights_youngsheet" ("id", "night", "number", "opened_at", "site_id") VALUES
('971c3cff07004a3c8b95546e7b0c1739', '2026-11-20', 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82'),
('beefdf925cf74a628b0e1b597d5bc9b4', '2026-11-20', 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "outreach_round" ("id", "on", "area", "method", "counted_by", "low", "high", "told_at", "site_id") VALUES
('6109e9871a0641aba9b8327a807f5033', '2026-11-20', 'north', 'people_seen', 'our_team', 1, 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('a54608e7104b40858a2e13c3d4cccf5d', '2026-11-20', 'north', 'people_seen', 'our_team', 1, 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "outreach_roundneed" ("id", "kind", "low", "high", "round_id", "site_id") VALUES
('5a0d5f51a03145feb6736b3fcee6de1a', 'blanket', 1, 1, '6109e9871a0641aba9b8327a807f5033', '76bb38c4679f4ae0ac2eada546670be9'),
('9a934bb8426c49b7a3b59ad52a317420', 'blanket', 1, 1, 'a54608e7104b40858a2e13c3d4cccf5d', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_packprinted" ("id", "number", "at", "site_id") VALUES
('8833cf48c74c435d95c46989f67b174c', 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('f8adc4330a2742e3ad11a669cd14f392', 1, '2026-11-20 17:00:00', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_panichours" ("id", "began_at", "ended_at", "pressed", "site_id") VALUES
('73f6a77a7d4c4d2891b5c66aa005c982', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '[]', '76bb38c4679f4ae0ac2eada546670be9'),
('c7fdbb9a7a8a46a1808a8de985085508', '2026-11-20 17:00:00', '2026-11-20 17:00:00', '[]', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "paper_paperline" ("id", "what", "at", "state", "why", "decided", "bed_id", "guest_id", "site_id", "period_id") VALUES
('197866022bf74e3087a0c151bc598653', 'a', '2026-11-20 17:30:00', 'clash', 'Canarié7q a24f5819b71fea4a41df', 'Canarié7q ', '99a88d2614254299a06c757d9bda49af', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', 'fa424f4d2247474bbb946e0c9a2c8850'),
('775c5c067d6442f5a0d46fe15a16f6d5', 'a', '2026-11-20 17:00:00', 'clash', 'Canarié7q 308ae2ddc510db977d38', 'Canarié7q ', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', '4cbaec826b4349078010609a71b26d27');
INSERT INTO "paper_paperperiod" ("id", "began_at", "ended_at", "opened_at", "closed_at", "site_id") VALUES
('4cbaec826b4349078010609a71b26d27', '2026-11-20 17:00:00', '2026-11-20 18:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('fa424f4d2247474bbb946e0c9a2c8850', '2026-11-20 17:30:00', '2026-11-20 18:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "reports_dayclosed" ("id", "on", "closed_at", "tallies", "site_id") VALUES
('892346a41c3845b49f8770956c638d87', '2026-11-20', '2026-11-20 17:00:00', 1, 'b7b29753ca9945ceb0ff322742d93e82'),
('c8b8fa0b66394fb29c156aef69d8ad5c', '2026-11-20', '2026-11-20 17:30:00', 1, '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "reports_daytally" ("id", "on", "code", "value", "site_id") VALUES
('a5036c6604df401dbfda6a49cc7483c6', '2026-11-20', 'Canarié7q ba01ccc312a5856bb396', 1, 'b7b29753ca9945ceb0ff322742d93e82'),
('be2088f543884322b7829efdc150d587', '2026-11-20', 'Canarié7q f9b0040b2b66640453b9', 1, '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "reports_morningnote" ("id", "on", "written_at", "numbers", "meals_before", "closed", "lasts", "site_id") VALUES
('66cb284169984fa190e45b6cc356f0c9', '2026-11-20', '2026-11-20 17:30:00', '{}', '[]', '[]', '{}', '76bb38c4679f4ae0ac2eada546670be9'),
('d43048714c6d4204a5a8462236d4c1ce', '2026-11-20', '2026-11-20 17:00:00', '{}', '[]', '[]', '{}', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "rights_askedquestion" ("id", "language", "asked_on", "words_box", "ticket_key", "answer_box", "answered_on", "answered_by", "topic_id") VALUES
('3dd8cf18c394488997c827f2e5d9ad22', 'fr', '2026-11-20', X'CA4A12F07E9966577314E627CCC239C42776FC28E74359572B64CCDE631039C2', X'CA4A12F07E992AB184660A52D2ECC101DC38B6C2770DFF7D231ACD9F0EAD13B5', NULL, NULL, NULL, NULL),
('dbd70e904a1344fd96a497041960e2bb', 'fr', '2026-11-20', X'CA4A12F07E998F80C87956EAFD9E7493C5CE41F535AF466210DA6BB5D21311B9', X'CA4A12F07E99CDA0A6991EECD1CC05BD26581249FA198BE8C8AA5E3D7C6FAA52', X'CA4A12F07E995EE47A2F6E765D39362E197098690A99B2422EEBCF55C9F01CB1', '2026-11-20', 'ca4a12f07e99a732f0e967d740b30a5b', 'b16428d82ba14687bdad5d7cd5d4ade3');
INSERT INTO "rights_begunpage" ("id", "language", "texts", "progress", "written_by", "written_on", "approved_by", "approved_on", "topic_id") VALUES
('8ac398f1dbd94baaa2f0c7abed748d6a', 'fr', '{}', 'draft', 'ca4a12f07e99de6be75063290d507676', '2026-11-20', 'ca4a12f07e990a8dae817977a2ef3a41', '2026-11-20', 'b16428d82ba14687bdad5d7cd5d4ade3'),
('b570ca9015334a57a1df1a0e6357eb4f', 'fr', '{}', 'draft', 'ca4a12f07e99c48ab1c083843b2567dc', '2026-11-20', NULL, NULL, '029e49c586a7414789f2aecb3a98ba22');
INSERT INTO "rights_check" ("id", "state", "signature", "looked_at", "show_until", "checked_by", "checked_on", "confirmed_by", "confirmed_on", "statement_id") VALUES
('159eb26dbad048dabf7e539ef5a1afdc', 'waiting', 'Canarié7q 739d36ae3e77c2dc377b', 'Canarié7q aaeb46d019e284b5c84e', NULL, 'ca4a12f07e9959802f279e763ba98869', '2026-11-20', NULL, NULL, 'abe576c3edec495c92ce8566e68d944e'),
('d15aeb82f1d846679ed5094f7caa78c2', 'waiting', 'Canarié7q 9840a9c14497b6bbb739', 'Canarié7q ea7d0d62e43649dc71cd', '2026-11-20', 'ca4a12f07e99b1dc9f334ebe62e91ab1', '2026-11-20', 'ca4a12f07e99ecf1eafc8c050f2c3185', '2026-11-20', 'f63299133a8a46c0b000d23fcda26f27');
INSERT INTO "rights_citation" ("id", "place", "source_id", "statement_id") VALUES
('d97f975fc9f349cb97f2f7b3449195bc', 1, 'b356a4aae4524036baac70991a171b2b', 'f63299133a8a46c0b000d23fcda26f27'),
('e0eca824ff694b6bb941e59352f25aef', 1, '201bed537f184b9b85577083723819f2', 'abe576c3edec495c92ce8566e68d944e');
INSERT INTO "rights_factsheet" ("id", "number", "written_in", "unknown", "signed_name", "signed_by", "signed_on", "site_id", "talk_id") VALUES
('30d8b89d90044f2c919181a3a12ae7db', 1, 'fr', 'Canarié7q 6ae634cbde5f13df4060', 'Canarié7q 22495381293da0c1cc53', 'ca4a12f07e99369a45d79b7eb2c7379b', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', 'a251bf96f12e4d4d84f766198a0cb445'),
('81b934d5b40a4200ba09e112a9321b6d', 1, 'fr', 'Canarié7q f704b6b70df796d466fb', 'Canarié7q ba7ede2dbc5aa1b4d9fb', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', '4cca39bcebcb4d5f9f44cf380386da4d');
INSERT INTO "rights_guidefile" ("id", "name", "text") VALUES
('903e7cb74a6c47439f78083c184d38b7', 'Canarié7q 24964beaf92cb6a22723', 'Canarié7q f9421810f921a5dc9a96'),
('c153a5cdd1534ff7bbaf015858da6ba5', 'Canarié7q 976a1ef4a248218e7e4b', 'Canarié7q 73c344a9c2a4130316b0');
INSERT INTO "rights_headcount" ("id", "language", "people", "site_id", "talk_id") VALUES
('6c9e18264dc0417c8ce8304509a76946', 'fr', 1, 'b7b29753ca9945ceb0ff322742d93e82', '4cca39bcebcb4d5f9f44cf380386da4d'),
('89bd4fbeee9d41548aaafcbd50d2d3f9', 'fr', 1, '76bb38c4679f4ae0ac2eada546670be9', 'a251bf96f12e4d4d84f766198a0cb445');
INSERT INTO "rights_newstatement" ("id", "new_topic", "code", "text", "more", "values", "signature", "progress", "written_by", "written_on", "approved_by", "approved_on", "topic_id") VALUES
('e2aaa137806348ea9c6ca7bf3bfcceed', '{}', 'c359ad83f62f6f1', 'Canarié7q 815494065e952aa7eea6', 'Canarié7q b2c7fab37f90dab5f8d4', '{}', 'Canarié7q 78e1e642796adb7b5e15', 'draft', 'ca4a12f07e99770d47d02158174ba420', '2026-11-20', NULL, NULL, NULL),
('e38c71603d6a4f1c98410c7b91a6cbfe', '{}', 'c0ca9beb1fd5d0d', 'Canarié7q 2eae4c4eb9ae01ed0464', 'Canarié7q 3d9ab996ada320fc4b21', '{}', 'Canarié7q 40ad245462a56a4b569c', 'draft', 'ca4a12f07e99c722250112457dadd076', '2026-11-20', 'ca4a12f07e99835ed886eed6a459f2b3', '2026-11-20', 'b16428d82ba14687bdad5d7cd5d4ade3');
INSERT INTO "rights_page" ("id", "language", "title", "summary", "state", "translator", "translated_on", "outdated", "topic_id") VALUES
('54aed3de59894c40948fac3614947ca0', 'fr', 'Canarié7q 2570219bfbb77dd38805', 'Canarié7q 34c63716d9088da262aa', 'original', 'Canarié7q 0e5a35377caafa8aa124', '2026-11-20', 0, '029e49c586a7414789f2aecb3a98ba22'),
('ec493f7480fe44e7ad12a19f5122b8e0', 'fr', 'Canarié7q 7552fb88b046b11609c7', 'Canarié7q f2c6646dde29bf586efc', 'original', 'Canarié7q e984ac7897570cfea281', '2026-11-20', 0, 'b16428d82ba14687bdad5d7cd5d4ade3');
INSERT INTO "rights_pagemark" ("id", "language", "statement", "kind", "on", "n", "topic_id") VALUES
('2e7074762f7844878dbebe3fb4e88a93', 'fr', 'Canarié7q 25793210d52d98511f0d', 'not_clear', '2026-11-20', 1, '029e49c586a7414789f2aecb3a98ba22'),
('890e0687712248f8a53f171c33699f44', 'fr', 'Canarié7q 590e44f154a68b3c8b2d', 'not_clear', '2026-11-20', 1, 'b16428d82ba14687bdad5d7cd5d4ade3');
INSERT INTO "rights_place" ("id", "name", "kind", "protected", "address", "postal_code", "town", "latitude", "longitude", "walk", "phone", "languages", "services", "hours", "full_on", "source", "key", "changed_on", "site_id") VALUES
('5254913dbcc24fe3a4e8117a5b330ebe', 'Canarié7q ddc29d7cbb226d68f577', 'day_centre', 0, 'Canarié7q 1db1a2e45064db1ab54f', 'Canarié7q ff', 'Canarié7q 79001ed9a8ce350c8124', 1, 1, '[]', 'Canarié7q 11c5e63996', '[]', '[]', 'Mo-Fr 09:00-17:00', '2026-11-20', 'Canarié7q c5151aed9a2de4d0846e', 'Canarié7q 3454e1c4285360a782cf', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9'),
('5a1bbd1c0fa446c9ae68a4f80719d8a7', 'Canarié7q 92c84c4137aa482becff', 'day_centre', 0, 'Canarié7q 46febd4d0c7e01755134', 'Canarié7q 17', 'Canarié7q afec5ec0dcc587a8886b', NULL, NULL, '[]', 'Canarié7q 12d7c225a6', '[]', '[]', 'Mo-Fr 09:00-17:00', NULL, 'Canarié7q 234fb5635310c658462a', 'Canarié7q 8691fef22998501b39ad', '2026-11-20', NULL);
INSERT INTO "rights_point" ("id", "place", "text", "figure", "source", "source_address", "source_on", "beside", "sheet_id", "site_id") VALUES
('45db59ee9f0e460faf10e648545b20b1', 1, 'Canarié7q c1f8c767fed255c548f3', 'Canarié7q b722361078024770caa7', 'Canarié7q 175871f949b3bcd534a1', 'Canarié7q 49e94edae622b6879ccb', '2026-11-20', 'c4951d896498bb3', '30d8b89d90044f2c919181a3a12ae7db', '76bb38c4679f4ae0ac2eada546670be9'),
('ce1508c2603d48db85388a9810cc13ab', 1, 'Canarié7q 69444a18aac08234f0fa', 'Canarié7q f15056eea81f662425ad', 'Canarié7q b7e2cfcd79f3ed118fb2', 'Canarié7q 7c13c91883835e197d96', '2026-11-20', 'c17040aa8071733', '81b934d5b40a4200ba09e112a9321b6d', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "rights_question" ("id", "text", "language", "ticket_key", "asked_on", "state", "read_by", "answer", "answered_in", "answered_by", "answered_on", "site_id", "talk_id") VALUES
('6a5673e5e07f4fa591e015dfd2154722', 'Canarié7q c3df257eef1a5f9ca409', 'fr', X'CA4A12F07E99D3302026D8EE7A8DB20006BDE500912BDCA6F7C7E5C637D2CF24', '2026-11-20', 'asked', 'ca4a12f07e99b93c40102a2e0427750e', 'Canarié7q 7f6aaf3d14b5bdf8ca22', 'fr', 'ca4a12f07e99aa895db2cff05d7b0d65', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9', 'a251bf96f12e4d4d84f766198a0cb445'),
('e1642519f24f478c8ed11ab57414921b', 'Canarié7q 645d05b3cd4178e7171c', 'fr', NULL, '2026-11-20', 'asked', NULL, 'Canarié7q 2264c56d09bca8c92bdd', 'fr', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82', '4cca39bcebcb4d5f9f44cf380386da4d');
INSERT INTO "rights_recording" ("id", "language", "said_of", "sound", "kind", "digest", "state", "spoken_by", "spoken_on", "approved_by", "approved_on", "statement_id") VALUES
('4c0e9a31534348d1a79089dfdea64e27', 'fr', 'Canarié7q 1f0f485050dd41138300', X'CA4A12F07E99CD91D7D45A8660DAA181A83FC3E17EB76C0975DA85B9E0AB0E7C', 'webm', 'Canarié7q ef6b2e4758e7fc2e7387', 'waits', 'ca4a12f07e9997944e0eb7006c24bcc3', '2026-11-20', 'ca4a12f07e99eadd4da933b48b958281', '2026-11-20', 'f63299133a8a46c0b000d23fcda26f27'),
('795bf9a13ec04a1794b4ab95ab804ace', 'fr', 'Canarié7q 8c01068049976e244d80', X'CA4A12F07E9915243E8538C9DED7E349C4FFD2FC14B4CA514C447D82BE18061C', 'webm', 'Canarié7q dfb07a10c6e11ae56699', 'waits', 'ca4a12f07e99d5c564515e03ac46f2b6', '2026-11-20', NULL, NULL, 'abe576c3edec495c92ce8566e68d944e');
INSERT INTO "rights_revision" ("id", "text", "more", "values", "progress", "written_by", "written_on", "approved_by", "approved_on", "page_id", "source_id", "statement_id", "wording_id") VALUES
('2f476c82ebc443908601361abab2ad7a', 'Canarié7q 561ac7d581de5611caa8', 'Canarié7q 4dd9a1607e64672687f3', '{}', 'draft', 'ca4a12f07e99902f8b63e7d38afa2732', '2026-11-20', 'ca4a12f07e99c1866636a2446709373a', '2026-11-20', NULL, NULL, NULL, 'ff93fa33e43340e49eaa79e803ef352f'),
('b76ea29bf04b4c6fb968ea74ed4d779f', 'Canarié7q 2d93618bbd9c78a9c984', 'Canarié7q e2f7039f8466d9d0d034', '{}', 'draft', NULL, '2026-11-20', NULL, NULL, NULL, NULL, NULL, '7a8992c6f5444eb68b7448d8086dab76');
INSERT INTO "rights_sheettranslation" ("id", "language", "texts", "progress", "translator", "written_by", "written_on", "approved_by", "approved_on", "sheet_id", "site_id") VALUES
('9241867f67864fd7ab4648f5fb028f5b', 'fr', '{}', 'draft', 'Canarié7q ad9eea9cda15228f8e17', 'ca4a12f07e994237489d7d8ebfc69c41', '2026-11-20', 'ca4a12f07e993daa97ed0d886d58a251', '2026-11-20', '30d8b89d90044f2c919181a3a12ae7db', '76bb38c4679f4ae0ac2eada546670be9'),
('a988259ecccb4daaa9c8fb9f99f38714', 'fr', '{}', 'draft', 'Canarié7q ed8592a9838a88f787b0', 'ca4a12f07e990717c1e1fee66b5bb9fe', '2026-11-20', NULL, NULL, '81b934d5b40a4200ba09e112a9321b6d', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "rights_source" ("id", "key", "title", "language", "address", "dated", "about", "read_on", "kept_by") VALUES
('201bed537f184b9b85577083723819f2', 'Canarié7q f5d187e13dd3dde03749', 'Canarié7q ff835d5ab4d61d089855', 'fr', 'Canarié7q 97db64483bf4ac2968c4', 'Canarié7q ', 0, '2026-11-20', 'files'),
('b356a4aae4524036baac70991a171b2b', 'Canarié7q 38ae2aaf3130b2aa2e0f', 'Canarié7q 98c098feb59eb8336251', 'fr', 'Canarié7q 3a04dd3ab8735672183c', 'Canarié7q ', 0, '2026-11-20', 'files');
INSERT INTO "rights_statement" ("id", "code", "place", "kind", "pictogram", "phone", "applies_to", "registered_from", "registered_until", "law", "figures", "confidence", "pre_pact", "danger", "show_until", "recheck_since", "checked_by", "checked_on", "approved_by", "approved_on", "topic_id") VALUES
('abe576c3edec495c92ce8566e68d944e', 'c4393c4ad86b691', 1, 'step', 'bed', 'Canarié7q e2c6bf', '[]', NULL, NULL, 'Canarié7q d3307a52ff764be96ae3', '[]', 'S', 0, 'light', NULL, NULL, 'Canarié7q cc4b0fce25e87e66d6a3', '2026-11-20', 'Canarié7q a5cf1c60864ab2eae3ff', NULL, '029e49c586a7414789f2aecb3a98ba22'),
('f63299133a8a46c0b000d23fcda26f27', 'c069d42b0438d14', 1, 'step', 'bed', 'Canarié7q 4a8299', '[]', '2026-11-20', '2026-11-20', 'Canarié7q 3f579e9758f776c93915', '[]', 'S', 0, 'light', '2026-11-20', '2026-11-20', 'Canarié7q e3b303e877647308a08e', '2026-11-20', 'Canarié7q 49c854e04a9c9f24f207', '2026-11-20', 'b16428d82ba14687bdad5d7cd5d4ade3');
INSERT INTO "rights_talk" ("id", "government", "institution", "speaker", "title", "written_in", "matter", "languages", "interpreters", "starts_at", "minutes", "where", "seats", "state", "was_announced", "offered_by", "offered_on", "answered_by", "answered_on", "withdrawn_on", "site_id") VALUES
('4cca39bcebcb4d5f9f44cf380386da4d', 'france', 'Canarié7q 5f9156c8409757a01bf9', 'Canarié7q 71227d3eb93514333910', 'Canarié7q ef8a182f22815ffc7c82', 'fr', 'c1f871210f2a85b', '[]', '[]', '2026-11-20 17:00:00', 1, 'Canarié7q febb970650e0d1bdf840', 1, 'offered', 0, 'ca4a12f07e99bdf6ffa2db3069b7fa3f', '2026-11-20', NULL, NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('a251bf96f12e4d4d84f766198a0cb445', 'france', 'Canarié7q 34f1f15c3dbc34b2b3d5', 'Canarié7q 857375a9bdcc22911db6', 'Canarié7q a30b4bef6bb4af7c598b', 'fr', 'c7f67f3c138bd5f', '[]', '[]', '2026-11-20 17:30:00', 1, 'Canarié7q c8ddaa33f6df44f1a6c6', 1, 'offered', 0, 'ca4a12f07e998fca6e007d793c229b15', '2026-11-20', 'ca4a12f07e9962fc02c2e8bed3e9f103', '2026-11-20', '2026-11-20', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "rights_topic" ("id", "slug", "pictogram", "place", "kept_by", "digest") VALUES
('029e49c586a7414789f2aecb3a98ba22', 'c52265275866167', 'bed', 1, 'files', 'Canarié7q 8341aa71b38d3cbe80e8'),
('b16428d82ba14687bdad5d7cd5d4ade3', 'c90e0bb54965d97', 'bed', 1, 'files', 'Canarié7q 4530ed897ac52cf90f97');
INSERT INTO "rights_wording" ("id", "language", "text", "more", "outdated", "statement_id") VALUES
('7a8992c6f5444eb68b7448d8086dab76', 'fr', 'Canarié7q f48d5c6921cf6ff2177b', 'Canarié7q ac9093fd82f81d4db83c', 0, 'abe576c3edec495c92ce8566e68d944e'),
('ff93fa33e43340e49eaa79e803ef352f', 'fr', 'Canarié7q d0d670faaf83b666da6f', 'Canarié7q 8e7083ad39f0fb8e6bae', 0, 'f63299133a8a46c0b000d23fcda26f27');
INSERT INTO "sites_bed" ("id", "label", "position", "lower", "state", "first_night", "last_night", "kept_back", "room_id", "site_id") VALUES
('2fe2877a6b1348178701714e09a033b5', 'Canarié7q fdd58090d3', 1, 0, 'ready', NULL, NULL, 0, 'abe0ef909f5f4daa88c2862286913a8d', 'b7b29753ca9945ceb0ff322742d93e82'),
('99a88d2614254299a06c757d9bda49af', 'Canarié7q 5f9605768f', 1, 0, 'ready', '2026-11-20', '2026-11-20', 0, '690df5645e5e4764a724642b8a939e03', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_closure" ("id", "service", "on", "reason", "ended_at", "site_id") VALUES
('67b77bf767fa4ddeb77c116b149215d3', 'meal', '2026-11-20', 'staff', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('8f38e66ed9294308ae4f26a8f7112f10', 'meal', '2026-11-20', 'staff', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_coldplan" ("id", "number", "since", "until", "decided_by", "metric", "bound", "measures", "set_by", "signature", "site_id") VALUES
('3e21f5eb32ba4cea9f358e4a183664d0', 1, '2026-11-20 17:30:00', '2026-11-20', 'Canarié7q 444232997d1cbbc0c677', 'felt', 1, '{}', 'ca4a12f07e99afc45568acace99ac93b', 'Canarié7q 5b9cb17b9eefe52578be', '76bb38c4679f4ae0ac2eada546670be9'),
('a82a3e79855c471baf6ce09960fb8712', 1, '2026-11-20 17:00:00', '2026-11-20', 'Canarié7q 3475f06547fa1ba82837', 'felt', 1, '{}', 'ca4a12f07e99b9e34068a511cdf3756e', 'Canarié7q c15e29ca7cd54221738a', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_coldspell" ("id", "figure", "first_night", "last_night", "on_at", "on_by", "off_at", "plan_id", "site_id") VALUES
('94adf4ffda0647cd9e0c8699c483764e', 1, '2026-11-20', '2026-11-20', '2026-11-20 17:30:00', 'ca4a12f07e991436ccf530c478a0fbab', '2026-11-20 17:30:00', '3e21f5eb32ba4cea9f358e4a183664d0', '76bb38c4679f4ae0ac2eada546670be9'),
('cd0a5aaae1344b3f81238a58ce140012', NULL, '2026-11-20', '2026-11-20', '2026-11-20 17:00:00', 'ca4a12f07e99a42fd747c5cd1a0de7cb', NULL, 'a82a3e79855c471baf6ce09960fb8712', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_factsversion" ("id", "number", "since", "facts", "set_by", "site_id") VALUES
('0b225e16279a4b269df21708ea433e86', 1, '2026-11-20 17:00:00', '{}', 'ca4a12f07e99010147875f031ec929ee', 'b7b29753ca9945ceb0ff322742d93e82'),
('cb1b40fdea0a42658de75d282dcb9995', 1, '2026-11-20 17:30:00', '{}', 'ca4a12f07e99affb1ea5058dd7c7ae06', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_hours" ("id", "service", "weekday", "opens", "closes", "site_id") VALUES
('676c9f081c404398ac36c0e2dd6ab546', 'meal', 1, '09:00:00', '09:00:00', 'b7b29753ca9945ceb0ff322742d93e82'),
('772c25078b9c436882bc9637af5f1463', 'meal', 1, '09:00:00', '09:00:00', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_placesanswered" ("id", "number", "beds", "until", "answered_at", "asked_id", "site_id") VALUES
('c4692c16647e4a23956fd8d4678da7e7', 1, 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', '4d69e8c90df0438b9f5ff90dd791002a', '76bb38c4679f4ae0ac2eada546670be9'),
('ea4450da5a24489498fea8986a96f973', NULL, 1, NULL, '2026-11-20 17:00:00', '933124ae78474cb89e968d924258bc56', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_placesasked" ("id", "night", "women", "men", "children", "family", "needs", "arriving_at", "asked_at", "ended_at", "house_id", "site_id") VALUES
('4d69e8c90df0438b9f5ff90dd791002a', '2026-11-20', 1, 1, 1, 0, '[]', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9'),
('933124ae78474cb89e968d924258bc56', '2026-11-20', 1, 1, 1, 0, '[]', '2026-11-20 17:00:00', '2026-11-20 17:00:00', NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_room" ("id", "code", "kind", "floor", "area_dm2", "offers", "fire_limit", "standard_limit", "legal_maximum", "dog_places", "closed_since", "closed_why", "site_id") VALUES
('690df5645e5e4764a724642b8a939e03', 'c46a12368f691cc', 'men', 1, 1, '[]', 1, 1, 1, 1, '2026-11-20 17:30:00', 'repair', '76bb38c4679f4ae0ac2eada546670be9'),
('abe0ef909f5f4daa88c2862286913a8d', 'c7212ff01de3a61', 'men', 1, NULL, '[]', NULL, NULL, 1, 1, NULL, 'repair', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_roomversion" ("id", "number", "since", "rules", "set_at", "set_by", "began", "room_id", "site_id") VALUES
('1cce45bba4634c35bebb5969bafa721b', 1, '2026-11-20 17:00:00', '{}', '2026-11-20 17:00:00', 'ca4a12f07e992ded7ce28aa9b0937a2e', 0, 'abe0ef909f5f4daa88c2862286913a8d', 'b7b29753ca9945ceb0ff322742d93e82'),
('6d74ba64c8a8421fb5bfa1c27825760d', 1, '2026-11-20 17:30:00', '{}', '2026-11-20 17:30:00', 'ca4a12f07e99f766c4431eb642733645', 0, '690df5645e5e4764a724642b8a939e03', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "sites_rulesversion" ("id", "number", "since", "settings", "house_rules", "set_by", "site_id") VALUES
('f7c7fd681d6a4a4481e6b112dc6871a5', 1, '2026-11-20 17:30:00', '{}', '{}', 'ca4a12f07e99443e2647c6f53d5fdc85', '76bb38c4679f4ae0ac2eada546670be9'),
('fd11f309aa2a4721aa72bf012bf506c9', 1, '2026-11-20 17:00:00', '{}', '{}', 'ca4a12f07e99da102b3b4011de3a3a2a', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_shutter" ("id", "closed_at", "closed_by", "opened_at", "site_id") VALUES
('16466481f0d84cfcb10249fe715451da', '2026-11-20 17:30:00', 'ca4a12f07e99a0936068a77bfed91380', '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9'),
('6b187b5a288b404e9dd4408b08f77f93', '2026-11-20 17:00:00', 'ca4a12f07e992d4797046498baec4916', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "sites_site" ("id", "code", "name", "kind", "town", "address", "timezone", "opened_on") VALUES
('76bb38c4679f4ae0ac2eada546670be9', 'calais', 'Calais', 'hostel', 'Calais', '', 'Europe/Paris', '2026-11-20'),
('b7b29753ca9945ceb0ff322742d93e82', 'dunkerque', 'Dunkerque', 'day_centre', 'Dunkerque', '', 'Europe/Paris', '2026-11-20');
INSERT INTO "sync_keptelsewhere" ("id", "site", "epoch", "seq", "hash", "where", "kept_at") VALUES
('052fa32b179e4a28adbe204143bf0bf1', 'ca4a12f07e99e6b777969c60f2b1b294', 1, 1, X'CA4A12F07E9902C92D309EE1B757F35B750DC23D4956140FF00EF4AF6C8FD5D9', 'paper', '2026-11-20 17:30:00'),
('ba7c52ce23fb45a193bf0c070a7c3ef6', 'ca4a12f07e990e97f0d46e4c56d01a8d', 1, 1, X'CA4A12F07E99D8CDD5B564B975A2D32D02B8788861075BCE62A2A446559F3ADC', 'paper', '2026-11-20 17:00:00');
INSERT INTO "sync_witness" ("id", "site", "epoch", "seq", "hash", "received_at", "device") VALUES
('98dfb8c52f654c09bafdc13524c70a9a', 'ca4a12f07e993d8c45415cf728ca0be4', 1, 1, X'CA4A12F07E9961CE7615AF60B3B2A70A4E10C1D3B57F4BF31FB8C4EF32C8ACB7', '2026-11-20 17:00:00', NULL),
('b034db47d7b74a49810bfb12c0ce9940', 'ca4a12f07e99f474f4a83da0a4984835', 1, 1, X'CA4A12F07E992219D1629422A8F89DB30348652C1E82D2D6E9B5B094696525A4', '2026-11-20 17:30:00', 'ca4a12f07e99a0df431770c281e1c062');
INSERT INTO "tracing_message" ("id", "known", "hint_box", "text_box", "language", "ticket_key", "left_at", "ended_at", "end", "answer_box", "guest_id", "site_id") VALUES
('01d17000263744e68612377edfde0ba2', 'code', X'CA4A12F07E992407865913AC2D5693581B82D5F93C9F36A78FE63BD3F9A0BD18', X'CA4A12F07E99D751ABF1B5359CC4EE8008E4FA517B6C17C0DD90359949A37AA2', 'Canarié7q ', X'CA4A12F07E99C10F905F3B0DE5F8A10DA3CE57DD6BBE1149E86F892A0ED7C73E', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'answered', X'CA4A12F07E990FD28F79AEA410422991BB7C5C50673B0C66A4C01132BFA2F783', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('2c580abbe83e4dc8bff92c28b7a87ecb', 'code', X'CA4A12F07E990D104D8C9B9146D506E36688965A44BD03069E58C4BD52E7BDA9', X'CA4A12F07E99F08EBB2A5CF107CBA1EFF3235D57C1B4F3CC8CF414A1C745E8EC', 'Canarié7q ', X'CA4A12F07E996F54C61B40989B3F44B47C356CE1EB849183F33E982567076D49', '2026-11-20 17:00:00', NULL, '', NULL, NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_bedasked" ("id", "night", "asked_at", "ended_at", "ending", "guest_id", "house_id", "site_id") VALUES
('550e6ef52e3546608bc298e4c3e070c8', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9'),
('dfd87c69b32a46c286726671988d4fbc', '2026-11-20', '2026-11-20 17:00:00', NULL, 'left', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_busrun" ("id", "leaves_at", "seats", "taken", "ended_at", "house_id", "site_id") VALUES
('2add2fb751f647a58b7672ced438f00e', '2026-11-20 17:00:00', 1, 1, NULL, 'b7b29753ca9945ceb0ff322742d93e82', 'b7b29753ca9945ceb0ff322742d93e82'),
('c059508fd3db47729beee45e8505bf02', '2026-11-20 17:30:00', 1, 1, '2026-11-20 17:30:00', '76bb38c4679f4ae0ac2eada546670be9', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_doorcount" ("id", "on", "hour", "kind", "number", "site_id") VALUES
('16c92cf962d14f9c94d6dfbbbb551287', '2026-11-20', 1, 'man', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('fefe754e18eb408b8f4ddeec33722608', '2026-11-20', 1, 'man', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_letter" ("id", "kind", "received_on", "passed_at", "ended_at", "guest_id", "site_id") VALUES
('2ede7472d7a4479db80505b16c02d725', 'plain', '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('6a60987a759b44809fad54e44797c729', 'plain', '2026-11-20', NULL, NULL, 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_numbered" ("id", "service", "number", "starts_at", "on", "nth", "given_at", "ended_at", "ending", "guest_id", "site_id") VALUES
('349551fb0d444c048b919a1cd33e2929', 'locker', 1, NULL, '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'left', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('b92e225469f24f64904038fc46cf4cd0', 'shower', 1, '2026-11-20 17:30:00', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_servicecount" ("id", "on", "hour", "service", "number", "site_id") VALUES
('6daa1d6a22d44bf59ee973559c34ed71', '2026-11-20', 1, 'meal', 1, '76bb38c4679f4ae0ac2eada546670be9'),
('8f6a45829f1e49b5b89a3f597babe67c', '2026-11-20', 1, 'meal', 1, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_tagged" ("id", "kind", "number", "on", "taken_at", "ended_at", "ending", "guest_id", "site_id") VALUES
('0ea89096a2e94a70892f91be3528836f', 'phone', 1, '2026-11-20', '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('c975dd15eb344c608761b676a3d09a35', 'phone', 1, '2026-11-20', '2026-11-20 17:00:00', NULL, 'left', NULL, 'b7b29753ca9945ceb0ff322742d93e82');
INSERT INTO "visits_ticket" ("id", "queue", "on", "number", "taken_at", "called_at", "place", "ended_at", "ending", "guest_id", "site_id") VALUES
('a040f6493b034cb39e0df7c91e689246', 'advice', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'Canarié7q a5f765d1a8', NULL, 'left', NULL, 'b7b29753ca9945ceb0ff322742d93e82'),
('da5dee5dc84b4d7bac6293aad66b7a59', 'advice', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'Canarié7q 53dc18cd39', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9');
INSERT INTO "visits_visit" ("id", "on", "hour", "arrived_at", "left_at", "ending", "guest_id", "site_id") VALUES
('35000b5a090642caa3e0514e8b516bb2', '2026-11-20', 18, '2026-11-20 17:30:00', NULL, '', '98e7994306754c9087df603b28614ac5', 'b7b29753ca9945ceb0ff322742d93e82'),
('506c1457ce964602b1da6504fe1c8d0a', '2026-11-20', 1, '2026-11-20 17:00:00', NULL, 'left', 'b000677e331f4a1eb23d7021677d96fc', 'b7b29753ca9945ceb0ff322742d93e82'),
('ba8deeacdf68413bb3f58dca7053bbb9', '2026-11-20', 1, '2026-11-20 17:30:00', '2026-11-20 17:30:00', 'left', '2c673e7c6bac4f88aebd19d6acf2de3c', '76bb38c4679f4ae0ac2eada546670be9'),
('c54f1246d0434ec980cac02234b49643', '2026-11-20', 18, '2026-11-20 17:30:00', NULL, '', '63877554b4924784b43e92545b909354', '76bb38c4679f4ae0ac2eada546670be9');
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
CREATE INDEX "common_remembered_until_24951ad3" ON "common_remembered" ("until");
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
