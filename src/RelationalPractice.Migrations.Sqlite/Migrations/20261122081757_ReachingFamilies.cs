using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelationalPractice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReachingFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_survey_responses_received_month",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outgoing_messages_named",
                table: "outgoing_messages");

            migrationBuilder.AlterColumn<string>(
                name: "tier",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 20);

            migrationBuilder.AlterColumn<byte[]>(
                name: "response_id",
                table: "outgoing_messages",
                type: "BLOB",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB");

            migrationBuilder.AlterColumn<byte[]>(
                name: "contact",
                table: "outgoing_messages",
                type: "BLOB",
                maxLength: 2000,
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldMaxLength: 2000);

            migrationBuilder.AddColumn<int>(
                name: "attempts",
                table: "outgoing_messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "claim_id",
                table: "outgoing_messages",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "claimed_until_utc",
                table: "outgoing_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "expires_at_utc",
                table: "outgoing_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "failure",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "next_try_at_utc",
                table: "outgoing_messages",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<byte[]>(
                name: "person_id",
                table: "outgoing_messages",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "sent_at_utc",
                table: "outgoing_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.AddColumn<string>(
                name: "subject",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "authority_logo",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority_logo", x => x.id);
                    table.CheckConstraint("ck_authority_logo_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "contact_import_mapping",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_import_mapping", x => x.id);
                    table.CheckConstraint("ck_contact_import_mapping_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "contact_imports",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    uploaded_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    uploaded_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    mapping = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    lines_done = table.Column<int>(type: "INTEGER", nullable: false),
                    trouble = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_imports_staff_uploaded_by_id",
                        column: x => x.uploaded_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_people",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: false),
                    name_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    mobile = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    mobile_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    email = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    email_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    may_text = table.Column<bool>(type: "INTEGER", nullable: false),
                    may_email = table.Column<bool>(type: "INTEGER", nullable: false),
                    hours = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reach_note = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    paused_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_people", x => x.id);
                    table.CheckConstraint("ck_contact_people_email_is_found_again", "(email IS NULL) = (email_hash IS NULL)");
                    table.CheckConstraint("ck_contact_people_mobile_is_found_again", "(mobile IS NULL) = (mobile_hash IS NULL)");
                });

            migrationBuilder.CreateTable(
                name: "families",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reference_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    worker_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    interval_months = table.Column<int>(type: "INTEGER", nullable: true),
                    paused_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_families", x => x.id);
                    table.CheckConstraint("ck_families_ends_after_its_start", "ended_on IS NULL OR ended_on >= started_on");
                    table.CheckConstraint("ck_families_interval", "interval_months BETWEEN 2 AND 12");
                    table.ForeignKey(
                        name: "fk_families_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interview_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    contact = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    wishes = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    access_needs = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    language = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    needs_interpreter = table.Column<bool>(type: "INTEGER", nullable: false),
                    wants_kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    wants_gender = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    worker_name_typed = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    worker_staff_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    worker_looked_for = table.Column<bool>(type: "INTEGER", nullable: false),
                    taken_down_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_requests", x => x.id);
                    table.CheckConstraint("ck_interview_requests_over_keeps_nobody", "state NOT IN ('Held', 'Cancelled') OR (name IS NULL AND contact IS NULL AND wishes IS NULL AND access_needs IS NULL AND language IS NULL AND worker_name_typed IS NULL)");
                    table.ForeignKey(
                        name: "fk_interview_requests_staff_taken_down_by_id",
                        column: x => x.taken_down_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interview_requests_staff_worker_staff_id",
                        column: x => x.worker_staff_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interview_slots",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    interviewer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    starts_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_slots", x => x.id);
                    table.UniqueConstraint("ak_interview_slots_id_interviewer", x => new { x.id, x.interviewer_id });
                    table.ForeignKey(
                        name: "fk_interview_slots_staff_interviewer_id",
                        column: x => x.interviewer_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interviewer_profiles",
                columns: table => new
                {
                    staff_member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    gender = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    languages = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interviewer_profiles", x => x.staff_member_id);
                    table.ForeignKey(
                        name: "fk_interviewer_profiles_staff_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_settings",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    interval_months = table.Column<int>(type: "INTEGER", nullable: false),
                    first_after_days = table.Column<int>(type: "INTEGER", nullable: false),
                    after_end_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    reminder_after_days = table.Column<int>(type: "INTEGER", nullable: false),
                    send_from_hour = table.Column<int>(type: "INTEGER", nullable: false),
                    send_until_hour = table.Column<int>(type: "INTEGER", nullable: false),
                    automatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    text_price_hundredths_of_penny = table.Column<int>(type: "INTEGER", nullable: false),
                    free_texts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_settings", x => x.id);
                    table.CheckConstraint("ck_invitation_settings_hours", "send_from_hour >= 7 AND send_until_hour <= 21 AND send_from_hour < send_until_hour");
                    table.CheckConstraint("ck_invitation_settings_interval", "interval_months BETWEEN 2 AND 3");
                    table.CheckConstraint("ck_invitation_settings_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "leaflet_words",
                columns: table => new
                {
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leaflet_words", x => new { x.audience, x.language });
                });

            migrationBuilder.CreateTable(
                name: "opt_outs",
                columns: table => new
                {
                    contact_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_opt_outs", x => x.contact_hash);
                });

            migrationBuilder.CreateTable(
                name: "paper_forms",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    questionnaire_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    typed_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ciphertext = table.Column<byte[]>(type: "BLOB", nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    is_typed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_forms", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_forms_questionnaires_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_forms_staff_typed_by_id",
                        column: x => x.typed_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contact_import_lines",
                columns: table => new
                {
                    import_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    fate = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_import_lines", x => new { x.import_id, x.line });
                    table.ForeignKey(
                        name: "fk_contact_import_lines_contact_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "contact_imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "family_members",
                columns: table => new
                {
                    family_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_family_members", x => new { x.family_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_family_members_contact_people_person_id",
                        column: x => x.person_id,
                        principalTable: "contact_people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_family_members_families_family_id",
                        column: x => x.family_id,
                        principalTable: "families",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interview_slot_times",
                columns: table => new
                {
                    interviewer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slot_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_slot_times", x => new { x.interviewer_id, x.at_utc });
                    table.ForeignKey(
                        name: "fk_interview_slot_times_interview_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "interview_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interviews",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    slot_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    interviewer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    worker_staff_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    statement_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    distress = table.Column<bool>(type: "INTEGER", nullable: false),
                    support_note = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    cancelled_because = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interviews", x => x.id);
                    table.CheckConstraint("ck_interviews_held_after_the_statement", "state <> 'Held' OR statement_confirmed");
                    table.CheckConstraint("ck_interviews_not_their_worker", "worker_staff_id IS NULL OR worker_staff_id <> interviewer_id");
                    table.ForeignKey(
                        name: "fk_interviews_interview_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "interview_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interviews_interview_slots_slot_id_interviewer_id",
                        columns: x => new { x.slot_id, x.interviewer_id },
                        principalTable: "interview_slots",
                        principalColumns: new[] { "id", "interviewer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    family_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_family_members_family_id_person_id",
                        columns: x => new { x.family_id, x.person_id },
                        principalTable: "family_members",
                        principalColumns: new[] { "family_id", "person_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interview_drafts",
                columns: table => new
                {
                    interview_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ciphertext = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interview_drafts", x => x.interview_id);
                    table.ForeignKey(
                        name: "fk_interview_drafts_interviews_interview_id",
                        column: x => x.interview_id,
                        principalTable: "interviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_received_month_questionnaire_id_state",
                table: "survey_responses",
                columns: new[] { "received_month", "questionnaire_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_messages_once",
                table: "outgoing_messages",
                columns: new[] { "kind", "about_id" },
                unique: true,
                filter: "response_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_messages_person_id",
                table: "outgoing_messages",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_messages_state_next_try_at_utc",
                table: "outgoing_messages",
                columns: new[] { "state", "next_try_at_utc" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_outgoing_messages_claimed_while_sending",
                table: "outgoing_messages",
                sql: "(state = 'Sending') = (claim_id IS NOT NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outgoing_messages_named",
                table: "outgoing_messages",
                sql: "(response_id IS NULL) = (tier IS NULL) AND (tier IS NULL OR tier = 'Named')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outgoing_messages_one_addressee",
                table: "outgoing_messages",
                sql: "(person_id IS NULL) <> (contact IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outgoing_messages_outcome_of_a_response",
                table: "outgoing_messages",
                sql: "kind <> 'SupervisionOutcome' OR response_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contact_imports_uploaded_by_id",
                table: "contact_imports",
                column: "uploaded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_contact_people_email_hash_name_hash",
                table: "contact_people",
                columns: new[] { "email_hash", "name_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_people_mobile_hash_name_hash",
                table: "contact_people",
                columns: new[] { "mobile_hash", "name_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_families_reference_hash",
                table: "families",
                column: "reference_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_families_worker_id",
                table: "families",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_family_members_person_id",
                table: "family_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_requests_code_hash",
                table: "interview_requests",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interview_requests_state",
                table: "interview_requests",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_interview_requests_taken_down_by_id",
                table: "interview_requests",
                column: "taken_down_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_requests_worker_staff_id",
                table: "interview_requests",
                column: "worker_staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_slot_times_slot_id",
                table: "interview_slot_times",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_slots_interviewer_id",
                table: "interview_slots",
                column: "interviewer_id");

            migrationBuilder.CreateIndex(
                name: "ix_interview_slots_starts_at_utc",
                table: "interview_slots",
                column: "starts_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_interviews_request_booked_once",
                table: "interviews",
                column: "request_id",
                unique: true,
                filter: "state = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "ix_interviews_slot_booked_once",
                table: "interviews",
                column: "slot_id",
                unique: true,
                filter: "state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_interviews_slot_id_interviewer_id",
                table: "interviews",
                columns: new[] { "slot_id", "interviewer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_code_hash",
                table: "invitations",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_family_id_person_id_due_on",
                table: "invitations",
                columns: new[] { "family_id", "person_id", "due_on" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_person_id",
                table: "invitations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_questionnaire_id",
                table: "paper_forms",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_receipt_hash",
                table: "paper_forms",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_forms_typed_by_id",
                table: "paper_forms",
                column: "typed_by_id");

            migrationBuilder.AddForeignKey(
                name: "fk_outgoing_messages_contact_people_person_id",
                table: "outgoing_messages",
                column: "person_id",
                principalTable: "contact_people",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outgoing_messages_contact_people_person_id",
                table: "outgoing_messages");

            migrationBuilder.DropTable(
                name: "authority_logo");

            migrationBuilder.DropTable(
                name: "contact_import_lines");

            migrationBuilder.DropTable(
                name: "contact_import_mapping");

            migrationBuilder.DropTable(
                name: "interview_drafts");

            migrationBuilder.DropTable(
                name: "interview_slot_times");

            migrationBuilder.DropTable(
                name: "interviewer_profiles");

            migrationBuilder.DropTable(
                name: "invitation_settings");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "leaflet_words");

            migrationBuilder.DropTable(
                name: "opt_outs");

            migrationBuilder.DropTable(
                name: "paper_forms");

            migrationBuilder.DropTable(
                name: "contact_imports");

            migrationBuilder.DropTable(
                name: "interviews");

            migrationBuilder.DropTable(
                name: "family_members");

            migrationBuilder.DropTable(
                name: "interview_requests");

            migrationBuilder.DropTable(
                name: "interview_slots");

            migrationBuilder.DropTable(
                name: "contact_people");

            migrationBuilder.DropTable(
                name: "families");

            migrationBuilder.DropIndex(
                name: "ix_survey_responses_received_month_questionnaire_id_state",
                table: "survey_responses");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_messages_once",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_messages_person_id",
                table: "outgoing_messages");

            migrationBuilder.DropIndex(
                name: "ix_outgoing_messages_state_next_try_at_utc",
                table: "outgoing_messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outgoing_messages_claimed_while_sending",
                table: "outgoing_messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outgoing_messages_named",
                table: "outgoing_messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outgoing_messages_one_addressee",
                table: "outgoing_messages");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outgoing_messages_outcome_of_a_response",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "attempts",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "claim_id",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "claimed_until_utc",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "expires_at_utc",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "failure",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "next_try_at_utc",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "sent_at_utc",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "state",
                table: "outgoing_messages");

            migrationBuilder.DropColumn(
                name: "subject",
                table: "outgoing_messages");

            migrationBuilder.AlterColumn<string>(
                name: "tier",
                table: "outgoing_messages",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldMaxLength: 20,
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "response_id",
                table: "outgoing_messages",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "contact",
                table: "outgoing_messages",
                type: "BLOB",
                maxLength: 2000,
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "BLOB",
                oldMaxLength: 2000,
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_received_month",
                table: "survey_responses",
                column: "received_month");

            migrationBuilder.AddCheckConstraint(
                name: "ck_outgoing_messages_named",
                table: "outgoing_messages",
                sql: "tier = 'Named'");
        }
    }
}
