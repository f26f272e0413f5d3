using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelationalPractice.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReadingQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_survey_responses_state_raised_read_by",
                table: "survey_responses");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_state_raised_read_by_id",
                table: "survey_responses",
                columns: new[] { "state", "raised", "read_by", "id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_survey_responses_new_has_its_day",
                table: "survey_responses",
                sql: "state <> 'New' OR read_by IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_survey_responses_state_raised_read_by_id",
                table: "survey_responses");

            migrationBuilder.DropCheckConstraint(
                name: "ck_survey_responses_new_has_its_day",
                table: "survey_responses");

            migrationBuilder.CreateIndex(
                name: "ix_survey_responses_state_raised_read_by",
                table: "survey_responses",
                columns: new[] { "state", "raised", "read_by" });
        }
    }
}
