using System.Net;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Pages.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Feedback;

public abstract class CodeTests(HostFixture fixture) : FamilyPageTests(fixture)
{
    /// <summary>As the reading page does it, unless the family takes it back at the same moment.</summary>
    public static async Task ReadAsync(PracticeHost host, string code)
    {
        var id = (await host.ResponseAsync(code)).Id;
        await host.InDatabaseAsync(async db =>
        {
            var response = await db.SurveyResponses.SingleAsync(r => r.Id == id);
            if (response.MarkRead(new ChangeContext(Guid.NewGuid(), host.Clock.GetUtcNow().UtcDateTime)) is { } read)
            {
                db.Add(read);
            }

            try
            {
                return await db.SaveChangesAsync();
            }
            catch (DbUpdateConcurrencyException)
            {
                return 0;
            }
        });
    }

    [Fact]
    public async Task Post_NotReadYet_SaysSo()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous, ("situation", "Nobody else's business"));

        var page = await AskAsync(Host.Browser(), code);

        page.Text.ShouldContain("We have your answers. Nobody has read them yet.");
        page.Text.ShouldNotContain("Nobody else's business");
    }

    [Theory]
    [InlineData(Tier.Named, "your social worker and their manager")]
    [InlineData(Tier.Anonymous, "together with what others said")]
    public async Task Post_Read_SaysWhatIsNext(Tier tier, string next)
    {
        var code = await NewFamily().GiveAsync(tier);
        await ReadAsync(Host, code);

        var page = await AskAsync(Host.Browser(), code);

        page.Text.ShouldContain("The quality team has read your answers.");
        page.Text.ShouldContain(next);
    }

    [Theory]
    [InlineData(Tier.Named, true)]
    [InlineData(Tier.WorkerOnly, false)]
    public async Task Post_TalkedAboutInSupervision_SaysWhatCameOfItAndNothingThatStaffWrote(Tier tier, bool withDay)
    {
        var code = await NewFamily().GiveAsync(tier);
        await ReadAsync(Host, code);
        var response = await Host.ResponseAsync(code);
        await TalkAboutAsync(response, SupervisionOutcomeKind.NoAction, "Private reason");
        await TalkAboutAsync(response, SupervisionOutcomeKind.MeetingOffered, because: null);

        var page = await AskAsync(Host.Browser(), code);

        page.Text.ShouldContain("Your social worker and their manager talked about what you wrote" + (withDay ? " on " : "."));
        page.Document.QuerySelectorAll(".practice-note p").Select(line => line.TextContent).ShouldContain("They offered to meet you. You choose whether you want to.");
        page.Text.ShouldContain("They decided not to change anything for now.");
        page.Text.ShouldNotContain("Private");
    }

    [Theory]
    [InlineData(ReleaseDecision.Released, "They passed it on to your social worker and their manager")]
    [InlineData(ReleaseDecision.Withheld, "They keep it.")]
    public async Task Post_Decided_SaysSoInBlandWords(ReleaseDecision decision, string words)
    {
        var code = await NewFamily().GiveAsync(Tier.WorkerOnly, ("situation", "Nobody else's business"));
        await ReadAsync(Host, code);
        await DecideAsync(Host, code, decision);

        var page = await AskAsync(Host.Browser(), code);

        page.Text.ShouldContain(words);
        page.Text.ShouldNotContain("A reason for staff");
        page.Text.ShouldNotContain("Nobody else's business");
    }

    [Fact]
    public async Task Post_TakenBack_SaysThatTheyAreDeleted()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous);
        await WithdrawTests.WithdrawAsync(Host.Browser(), code);

        var page = await AskAsync(Host.Browser(), code);

        page.Text.ShouldContain("You took your answers back.");
        page.Document.QuerySelectorAll("form[action='/feedback/withdraw']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_WithoutGaps_IsUnderstood()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous);

        (await AskAsync(Host.Browser(), code.Replace(" ", ""))).Text.ShouldContain("Nobody has read them yet");
        (await AskAsync(Host.Browser(), $" {code.Replace(' ', '-')} ")).Text.ShouldContain("Nobody has read them yet");
    }

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("1234 5678 9012 3456 7")]
    [InlineData("' OR 1=1 --")]
    [InlineData("🙂")]
    public async Task Post_UnknownCode_SaysSoBesideWhatWasTyped(string typed)
    {
        var page = await AskAsync(Host.Browser(), typed);

        page.Errors.ShouldBe([CodeModel.NotFoundMessage]);
        (page.Document.QuerySelector("#code")!.GetAttribute("value") ?? "").ShouldBe(typed);
    }

    [Fact]
    public async Task Post_OneDigitWrong_FindsNothing()
    {
        var code = await NewFamily().GiveAsync(Tier.Anonymous);
        var wrong = code[..^1] + (code[^1] == '9' ? '0' : (char)(code[^1] + 1));

        (await AskAsync(Host.Browser(), wrong)).Errors.ShouldBe([CodeModel.NotFoundMessage]);
    }

    [Fact]
    public async Task Post_TooManyTries_KeepsTheCodeForTheNextAndShowsItToNobody()
    {
        var browser = Host.Browser();
        for (var tried = 0; tried < 20; tried++)
        {
            await AskAsync(browser, $"1111 2222 3333 {tried:0000}");
        }

        var page = await AskAsync(browser, "1111 2222 3333 4444");

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Document.QuerySelectorAll("main textarea").ShouldBeEmpty();
        page.Document.QuerySelector("main input[name=code]")!.GetAttribute("value").ShouldBe("1111 2222 3333 4444");
    }

    private async Task TalkAboutAsync(SurveyResponse response, SupervisionOutcomeKind kind, string? because)
    {
        var staff = await Host.InDatabaseAsync(db => db.Users.Select(u => (Guid?)u.Id).FirstOrDefaultAsync());
        await Host.InDatabaseAsync(async db =>
        {
            var managerId = staff ?? Guid.NewGuid();
            if (staff is null)
            {
                db.Add(new StaffMember { Id = managerId, UserName = "manager@staff.example", DisplayName = "Ada Quill" });
                await db.SaveChangesAsync();
            }

            if (!await db.Releases.AnyAsync(r => r.ResponseId == response.Id))
            {
                db.Add(new Release
                {
                    ResponseId = response.Id,
                    StoredTier = response.Tier.ToString(),
                    Decision = ReleaseDecision.Released,
                    DecidedById = managerId,
                    DecidedOn = LocalTime.Today(Host.Clock),
                    WorkerId = SampleAuthority.WorkerId,
                    Audience = Audience.ParentCarer,
                    QuestionnaireId = response.QuestionnaireId,
                    ReceivedMonth = response.ReceivedMonth,
                    ReceivedOn = (response as NamedResponse)?.ReceivedOn,
                });
                await db.SaveChangesAsync();
            }

            var record = new SupervisionRecord
            {
                Id = Guid.NewGuid(),
                WorkerId = SampleAuthority.WorkerId,
                ManagerId = managerId,
                HeldOn = LocalTime.Today(Host.Clock),
                Recognised = "Private words",
            };
            record.Add(response.Id, kind, because);
            db.Add(record);
            return await db.SaveChangesAsync();
        });
    }

    private static async Task DecideAsync(PracticeHost host, string code, ReleaseDecision decision)
    {
        var response = await host.ResponseAsync(code);
        await host.InDatabaseAsync(async db =>
        {
            var reader = new StaffMember { Id = Guid.NewGuid(), DisplayName = "Ada Quill", UserName = $"{Guid.NewGuid():N}" };
            db.AddRange(reader, new Release
            {
                ResponseId = response.Id,
                StoredTier = response.Tier.ToString(),
                Decision = decision,
                Reason = "A reason for staff",
                DecidedById = reader.Id,
                DecidedOn = new DateOnly(2031, 1, 14),
                WorkerId = SampleAuthority.WorkerId,
                Audience = Audience.ParentCarer,
                QuestionnaireId = response.QuestionnaireId,
                ReceivedMonth = response.ReceivedMonth,
            });
            return await db.SaveChangesAsync();
        });
    }

    private static async Task<Page> AskAsync(PageClient browser, string code)
    {
        await browser.GetAsync("/feedback/code");
        return await browser.SubmitAsync(Family.Continue, ("code", code));
    }
}

public sealed class SqliteCodeTests(SqliteHost host) : CodeTests(host), IClassFixture<SqliteHost>;

public sealed class PostgreSqlCodeTests(PostgreSqlHost host) : CodeTests(host), IClassFixture<PostgreSqlHost>;
