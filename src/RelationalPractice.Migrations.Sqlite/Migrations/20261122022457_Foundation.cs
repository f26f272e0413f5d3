using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelationalPractice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Foundation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "authority",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    front_door_telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    out_of_hours_telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    advocacy_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    advocacy_telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    complaints_email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    safe_site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    receipt_key = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_authority", x => x.id);
                    table.CheckConstraint("ck_authority_only_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ciphertext = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    expires_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "questionnaires",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    definition = table.Column<string>(type: "TEXT", nullable: false),
                    current = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_questionnaires", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_areas",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_areas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff", x => x.id);
                    table.UniqueConstraint("ak_staff_id_side", x => new { x.id, x.side });
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    service_area_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_teams_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_claims_staff_user_id",
                        column: x => x.user_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_staff_logins_staff_user_id",
                        column: x => x.user_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_staff_passkeys_staff_user_id",
                        column: x => x.user_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_roles",
                columns: table => new
                {
                    staff_member_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_roles", x => new { x.staff_member_id, x.role });
                    table.CheckConstraint("ck_staff_roles_casework", "role NOT IN ('Manager', 'Worker') OR side = 'Casework'");
                    table.CheckConstraint("ck_staff_roles_collation", "role <> 'QualityAssurance' OR side = 'Collation'");
                    table.ForeignKey(
                        name: "fk_staff_roles_same_side",
                        columns: x => new { x.staff_member_id, x.side },
                        principalTable: "staff",
                        principalColumns: new[] { "id", "side" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "staff_tokens",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_staff_tokens_staff_user_id",
                        column: x => x.user_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    staff_member_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workers", x => x.id);
                    table.ForeignKey(
                        name: "fk_workers_staff_staff_member_id",
                        column: x => x.staff_member_id,
                        principalTable: "staff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_workers_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_links",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    service_area_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    worker_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    created_at_utc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    switched_off_at_utc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_links", x => x.id);
                    table.CheckConstraint("ck_survey_links_one_target", "(CASE WHEN service_area_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN team_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN worker_id IS NULL THEN 0 ELSE 1 END) <= 1");
                    table.ForeignKey(
                        name: "fk_survey_links_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_survey_links_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_survey_links_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_responses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    questionnaire_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_month = table.Column<int>(type: "INTEGER", nullable: false),
                    read_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    service_area_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    raised = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    receipt_hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    tier = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    worker_name_typed = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    worker_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    team_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    respondent_name = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    contact = table.Column<byte[]>(type: "BLOB", maxLength: 2000, nullable: true),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    scores_only = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_responses", x => x.id);
                    table.CheckConstraint("ck_survey_responses_anonymous_keeps_nobody", "tier <> 'Anonymous' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL AND scores_only IS NULL)");
                    table.CheckConstraint("ck_survey_responses_month", "received_month BETWEEN 200001 AND 999912");
                    table.CheckConstraint("ck_survey_responses_named_keeps_its_day", "tier <> 'Named' OR received_on IS NOT NULL");
                    table.CheckConstraint("ck_survey_responses_read_by_erased", "read_by IS NULL OR state = 'New' OR (tier = 'Named' AND state = 'Read')");
                    table.CheckConstraint("ck_survey_responses_tier", "tier IN ('Named', 'WorkerOnly', 'Anonymous')");
                    table.CheckConstraint("ck_survey_responses_withdrawn_keeps_nothing", "state <> 'Withdrawn' OR (respondent_name IS NULL AND contact IS NULL AND worker_name_typed IS NULL AND worker_id IS NULL AND team_id IS NULL)");
                    table.CheckConstraint("ck_survey_responses_worker_only_keeps_no_respondent", "tier <> 'WorkerOnly' OR (respondent_name IS NULL AND contact IS NULL AND received_on IS NULL)");
                    table.ForeignKey(
                        name: "fk_survey_responses_questionnaires_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_survey_responses_service_areas_service_area_id",
                        column: x => x.service_area_id,
                        principalTable: "service_areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_survey_responses_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_survey_responses_workers_worker_id",
                        column: x => x.worker_id,
                        principalTable: "workers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_answers",
                columns: table => new
                {
                    response_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    question_key = table.Column<string>(type: "TEXT", maxLength: 31, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    score = table.Column<int>(type: "INTEGER", nullable: true),
                    choice = table.Column<string>(type: "TEXT", maxLength: 31, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answers", x => new { x.response_id, x.question_key });
                    table.CheckConstraint("ck_survey_answers_exactly_one", "(CASE WHEN text IS NULL THEN 0 ELSE 1 END) + (CASE WHEN score IS NULL THEN 0 ELSE 1 END) + (CASE WHEN choice IS NULL THEN 0 ELSE 1 END) = 1");
                    table.CheckConstraint("ck_survey_answers_score", "score BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_survey_answers_survey_responses_response_id",
                        column: x => x.response_id,
                        principalTable: "survey_responses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_subject_id",
                table: "audit_events",
                column: "subject_id");

            migrationBuilder.CreateIndex(
                name: "ix_drafts_expires_at_utc",
                table: "drafts",
                column: "expires_at_utc");

            migrationBuilder.CreateIndex(
                name: "ix_questionnaires_audience_language_version",
                table: "questionnaires",
                columns: new[] { "audience", "language", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_service_areas_name",
                table: "service_areas",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "staff",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "staff",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_staff_claims_user_id",
                table: "staff_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_logins_user_id",
                table: "staff_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_passkeys_user_id",
                table: "staff_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_roles_staff_member_id_side",
                table: "staff_roles",
                columns: new[] { "staff_member_id", "side" });

            migrationBuilder.CreateIndex(
                name: "ix_survey_links_code",
                table: "survey_links",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_links_service_area_id",
                table: "survey_links",
                column: "service_area_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_links_team_id",
                table: "survey_links",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_links_worker_id",
                table: "survey_links",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_questionnaire_id",
                table: "survey_responses",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_receipt_hash",
                table: "survey_responses",
                column: "receipt_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_received_month",
                table: "survey_responses",
                column: "received_month");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_service_area_id",
                table: "survey_responses",
                column: "service_area_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_state_raised_read_by",
                table: "survey_responses",
                columns: new[] { "state", "raised", "read_by" });

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_team_id",
                table: "survey_responses",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_worker_id",
                table: "survey_responses",
                column: "worker_id");

            migrationBuilder.CreateIndex(
                name: "ix_teams_name",
                table: "teams",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_teams_service_area_id",
                table: "teams",
                column: "service_area_id");

            migrationBuilder.CreateIndex(
                name: "ix_workers_staff_member_id",
                table: "workers",
                column: "staff_member_id");

            migrationBuilder.CreateIndex(
                name: "ix_workers_team_id",
                table: "workers",
                column: "team_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_events");

            migrationBuilder.DropTable(
                name: "authority");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "staff_claims");

            migrationBuilder.DropTable(
                name: "staff_logins");

            migrationBuilder.DropTable(
                name: "staff_passkeys");

            migrationBuilder.DropTable(
                name: "staff_roles");

            migrationBuilder.DropTable(
                name: "staff_tokens");

            migrationBuilder.DropTable(
                name: "survey_answers");

            migrationBuilder.DropTable(
                name: "survey_links");

            migrationBuilder.DropTable(
                name: "survey_responses");

            migrationBuilder.DropTable(
                name: "questionnaires");

            migrationBuilder.DropTable(
                name: "workers");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "service_areas");
        }
    }
}
