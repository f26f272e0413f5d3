using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelationalPractice.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class CollationAndSupervision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_anonymous_keeps_nobody",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_withdrawn_keeps_nothing",
                table: "survey_responses");

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                table: "workers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "matched_worker_id",
                table: "survey_responses",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "worker_match",
                table: "survey_responses",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "hash",
                table: "audit_events",
                type: "bytea",
                maxLength: 32,
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<long>(
                name: "number",
                table: "audit_events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddUniqueConstraint(
                name: "ak_survey_responses_id_tier",
                table: "survey_responses",
                columns: new[] { "id", "tier" });

            migrationBuilder.CreateTable(
                name: "audit_chain",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_chain", x => x.id);
                    table.CheckConstraint("ck_audit_chain_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "collation_records",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    redacted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    themed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    themed_again_by_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_collation_records", x => x.response_id);
                    table.ForeignKey(
                        name: "fk_collation_records_staff_redacted_by_id",
                        column: x => x.redacted_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collation_records_staff_themed_again_by_id",
                        column: x => x.themed_again_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collation_records_staff_themed_by_id",
                        column: x => x.themed_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_collation_records_survey_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaint_wishes",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaint_wishes", x => x.response_id);
                    table.ForeignKey(
                        name: "fk_complaint_wishes_survey_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    about_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    contact = table.Column<byte[]>(type: "bytea", maxLength: 2000, nullable: false),
                    body = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    created_at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_messages", x => x.id);
                    table.CheckConstraint("ck_outgoing_messages_named", "tier = 'Named'");
                    table.ForeignKey(
                        name: "fk_outgoing_messages_same_tier",
                        columns: x => new { x.response_id, x.tier },
                        principalTable: "survey_responses",
                        principalColumns: new[] { "id", "tier" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reading_claims",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reading_claims", x => x.response_id);
                    table.ForeignKey(
                        name: "fk_reading_claims_staff_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reading_claims_survey_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "redactions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_key = table.Column<string>(type: "character varying(31)", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: false),
                    end = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    hidden = table.Column<bool>(type: "boolean", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redactions", x => x.id);
                    table.CheckConstraint("ck_redactions_stretch", "start >= 0 AND \"end\" > start");
                    table.ForeignKey(
                        name: "fk_redactions_staff_by_id",
                        column: x => x.by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_redactions_survey_answers_response_id_question_key",
                        columns: x => new { x.response_id, x.question_key },
                        principalTable: "survey_answers",
                        principalColumns: new[] { "response_id", "question_key" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tier = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    audience = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    questionnaire_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_month = table.Column<int>(type: "integer", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    respondent_name = table.Column<byte[]>(type: "bytea", maxLength: 2000, nullable: true),
                    scores_only = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_releases", x => x.response_id);
                    table.CheckConstraint("ck_releases_never_anonymous", "tier IN ('Named', 'WorkerOnly')");
                    table.CheckConstraint("ck_releases_released_about_somebody", "decision <> 'Released' OR worker_id IS NOT NULL");
                    table.CheckConstraint("ck_releases_withdrawn_keeps_nothing", "withdrawn_on IS NULL OR respondent_name IS NULL");
                    table.CheckConstraint("ck_releases_withheld_because", "decision <> 'Withheld' OR reason IS NOT NULL");
                    table.CheckConstraint("ck_releases_worker_only_keeps_no_respondent", "tier = 'Named' OR (respondent_name IS NULL AND received_on IS NULL)");
                    table.ForeignKey(
                        name: "fk_releases_questionnaires_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_releases_same_tier",
                        columns: x => new { x.response_id, x.tier },
                        principalTable: "survey_responses",
                        principalColumns: new[] { "id", "tier" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_releases_staff_decided_by_id",
                        column: x => x.decided_by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_releases_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_concerns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safeguarding_concerns", x => x.id);
                    table.ForeignKey(
                        name: "fk_safeguarding_concerns_survey_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    manager_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recognised = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    worker_reply = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_supervision_records_staff_manager_id",
                        column: x => x.manager_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supervision_records_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_managers",
                columns: table => new
                {
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_managers", x => new { x.team_id, x.staff_member_id });
                    table.ForeignKey(
                        name: "fk_team_managers_staff_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_team_managers_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    definition = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    component = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    attribute = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.id);
                    table.CheckConstraint("ck_themes_merged_into_one", "(state = 'Merged') = (merged_into_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_themes_themes_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "themes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "triage_words",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_triage_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "released_excerpts",
                columns: table => new
                {
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_key = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    score = table.Column<int>(type: "integer", nullable: true),
                    choice = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_released_excerpts", x => new { x.response_id, x.question_key });
                    table.CheckConstraint("ck_released_excerpts_exactly_one", "(CASE WHEN text IS NULL THEN 0 ELSE 1 END) + (CASE WHEN score IS NULL THEN 0 ELSE 1 END) + (CASE WHEN choice IS NULL THEN 0 ELSE 1 END) = 1");
                    table.ForeignKey(
                        name: "fk_released_excerpts_releases_response_id",
                        column: x => x.response_id,
                        principalTable: "releases",
                        principalColumn: "response_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "concern_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    step = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to_whom = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern_entries", x => x.id);
                    table.CheckConstraint("ck_concern_entries_escalated_to_somebody", "step <> 'Escalated' OR to_whom IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_concern_entries_safeguarding_concerns_concern_id",
                        column: x => x.concern_id,
                        principalTable: "safeguarding_concerns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concern_entries_staff_by_id",
                        column: x => x.by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "supervision_outcomes",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervision_outcomes", x => new { x.record_id, x.response_id, x.kind });
                    table.CheckConstraint("ck_supervision_outcomes_no_action_because", "kind <> 'NoAction' OR because IS NOT NULL");
                    table.ForeignKey(
                        name: "fk_supervision_outcomes_releases_response_id",
                        column: x => x.response_id,
                        principalTable: "releases",
                        principalColumn: "response_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_supervision_outcomes_supervision_records_record_id",
                        column: x => x.record_id,
                        principalTable: "supervision_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "codings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_key = table.Column<string>(type: "character varying(31)", nullable: false),
                    start = table.Column<int>(type: "integer", nullable: true),
                    end = table.Column<int>(type: "integer", nullable: true),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    direction = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    coder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codings", x => x.id);
                    table.CheckConstraint("ck_codings_stretch", "(start IS NULL AND \"end\" IS NULL) OR (start >= 0 AND \"end\" > start)");
                    table.ForeignKey(
                        name: "fk_codings_staff_coder_id",
                        column: x => x.coder_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_codings_survey_answers_response_id_question_key",
                        columns: x => new { x.response_id, x.question_key },
                        principalTable: "survey_answers",
                        principalColumns: new[] { "response_id", "question_key" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_codings_themes_theme_id",
                        column: x => x.theme_id,
                        principalTable: "themes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "theme_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at_utc = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_theme_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_theme_changes_staff_by_id",
                        column: x => x.by_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_theme_changes_themes_theme_id",
                        column: x => x.theme_id,
                        principalTable: "themes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_matched_worker_id",
                table: "survey_responses",
                column: "matched_worker_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_anonymous_keeps_nobody",
                table: "survey_responses",
                sql: "tier <> 'Anonymous' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND scores_only IS NULL AND worker_match IS NULL AND matched_worker_id IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_matched_to_one",
                table: "survey_responses",
                sql: "(matched_worker_id IS NOT NULL) = (worker_match IS NOT NULL AND worker_match = 'One')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_withdrawn_keeps_nothing",
                table: "survey_responses",
                sql: "state <> 'Withdrawn' OR (respondent_name IS NULL AND contact IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND worker_match IS NULL AND matched_worker_id IS NULL)");

            migrationBuilder.Sql("UPDATE audit_events SET number = (SELECT COUNT(*) FROM audit_events earlier WHERE earlier.id <= audit_events.id)");
            migrationBuilder.Sql("INSERT INTO audit_chain (id, length, hash) SELECT 1, COUNT(*), ''::bytea FROM audit_events");

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_number",
                table: "audit_events",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_codings_coder_id",
                table: "codings",
                column: "coder_id");

            migrationBuilder.CreateIndex(
                name: "ix_codings_response_id_question_key",
                table: "codings",
                columns: new[] { "response_id", "question_key" });

            migrationBuilder.CreateIndex(
                name: "ix_codings_theme_id_second_direction",
                table: "codings",
                columns: new[] { "theme_id", "second", "direction" });

            migrationBuilder.CreateIndex(
                name: "ix_collation_records_redacted_by_id",
                table: "collation_records",
                column: "redacted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_collation_records_themed_again_by_id",
                table: "collation_records",
                column: "themed_again_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_collation_records_themed_by_id",
                table: "collation_records",
                column: "themed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_concern_entries_by_id",
                table: "concern_entries",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_concern_entries_concern_id_number",
                table: "concern_entries",
                columns: new[] { "concern_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_messages_kind_about_id_response_id",
                table: "outgoing_messages",
                columns: new[] { "kind", "about_id", "response_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_messages_response_id_tier",
                table: "outgoing_messages",
                columns: new[] { "response_id", "tier" });

            migrationBuilder.CreateIndex(
                name: "ix_reading_claims_staff_member_id",
                table: "reading_claims",
                column: "staff_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_redactions_by_id",
                table: "redactions",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_redactions_response_id_question_key_start_end",
                table: "redactions",
                columns: new[] { "response_id", "question_key", "start", "end" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_releases_decided_by_id",
                table: "releases",
                column: "decided_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_releases_questionnaire_id",
                table: "releases",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ix_releases_response_id_tier",
                table: "releases",
                columns: new[] { "response_id", "tier" });

            migrationBuilder.CreateIndex(
                name: "ix_releases_worker_id_decision_received_month",
                table: "releases",
                columns: new[] { "worker_id", "decision", "received_month" });

            migrationBuilder.CreateIndex(
                name: "ix_safeguarding_concerns_is_closed",
                table: "safeguarding_concerns",
                column: "is_closed");

            migrationBuilder.CreateIndex(
                name: "ix_safeguarding_concerns_response_id",
                table: "safeguarding_concerns",
                column: "response_id");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_outcomes_response_id",
                table: "supervision_outcomes",
                column: "response_id");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_records_manager_id",
                table: "supervision_records",
                column: "manager_id");

            migrationBuilder.CreateIndex(
                name: "ix_supervision_records_worker_id",
                table: "supervision_records",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_team_managers_staff_member_id",
                table: "team_managers",
                column: "staff_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_changes_by_id",
                table: "theme_changes",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_theme_changes_theme_id",
                table: "theme_changes",
                column: "theme_id");

            migrationBuilder.CreateIndex(
                name: "ix_themes_merged_into_id",
                table: "themes",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_themes_name",
                table: "themes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_triage_words_text",
                table: "triage_words",
                column: "text",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_survey_responses_workers_matched_worker_id",
                table: "survey_responses",
                column: "matched_worker_id",
                principalTable: "workers",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.MakeAppendOnly("audit_events");
            migrationBuilder.MakeAppendOnly("concern_entries");
            migrationBuilder.MakeAppendOnly("theme_changes");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MakeChangeable("audit_events");
            migrationBuilder.MakeChangeable("concern_entries");
            migrationBuilder.MakeChangeable("theme_changes");

            migrationBuilder.DropForeignKey(
                name: "fk_survey_responses_workers_matched_worker_id",
                table: "survey_responses");

            migrationBuilder.DropTable(
                name: "audit_chain");

            migrationBuilder.DropTable(
                name: "codings");

            migrationBuilder.DropTable(
                name: "collation_records");

            migrationBuilder.DropTable(
                name: "complaint_wishes");

            migrationBuilder.DropTable(
                name: "concern_entries");

            migrationBuilder.DropTable(
                name: "outgoing_messages");

            migrationBuilder.DropTable(
                name: "reading_claims");

            migrationBuilder.DropTable(
                name: "redactions");

            migrationBuilder.DropTable(
                name: "released_excerpts");

            migrationBuilder.DropTable(
                name: "supervision_outcomes");

            migrationBuilder.DropTable(
                name: "team_managers");

            migrationBuilder.DropTable(
                name: "theme_changes");

            migrationBuilder.DropTable(
                name: "triage_words");

            migrationBuilder.DropTable(
                name: "safeguarding_concerns");

            migrationBuilder.DropTable(
                name: "releases");

            migrationBuilder.DropTable(
                name: "supervision_records");

            migrationBuilder.DropTable(
                name: "themes");

            migrationBuilder.DropUniqueConstraint(
                name: "ak_survey_responses_id_tier",
                table: "survey_responses");

            migrationBuilder.DropIndex(
                name: "ix_survey_responses_matched_worker_id",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_anonymous_keeps_nobody",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_matched_to_one",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_withdrawn_keeps_nothing",
                table: "survey_responses");

            migrationBuilder.DropIndex(
                name: "ix_audit_events_number",
                table: "audit_events");

            migrationBuilder.DropColumn(
                name: "left_on",
                table: "workers");

            migrationBuilder.DropColumn(
                name: "matched_worker_id",
                table: "survey_responses");

            migrationBuilder.DropColumn(
                name: "worker_match",
                table: "survey_responses");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "audit_events");

            migrationBuilder.DropColumn(
                name: "number",
                table: "audit_events");

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_anonymous_keeps_nobody",
                table: "survey_responses",
                sql: "tier <> 'Anonymous' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND scores_only IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_withdrawn_keeps_nothing",
                table: "survey_responses",
                sql: "state <> 'Withdrawn' OR (respondent_name IS NULL AND contact IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL)");
        }
    }
}
