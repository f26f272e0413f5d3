using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RelationalPractice.Administration;
using RelationalPractice.Auditing;
using RelationalPractice.Data;
using RelationalPractice.Identity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Tests.Staff;
using RelationalPractice.Web.Tests.Supervision;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Invitations;

public abstract class ImportTests(ImportTests.Site site)
{
    [Fact]
    public async Task Upload_ToKept_EveryLineHasItsFate()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);

        var columns = await Contacts.UploadAsync(browser, lines.File([lines.Good(1), lines.Good(1, "Bo"), lines.Good(2).Replace("03/01/2031", "31/02/2031", StringComparison.Ordinal), lines.Good(3)]));
        columns.Heading.ShouldBe("Which column is what?");
        columns.Document.QuerySelectorAll("#StartedOn option[selected]").Single().TextContent.ShouldBe("Start");
        var id = IdOf(columns);
        await browser.SubmitAsync("Look the file through");
        await StateAsync(id, ContactImportState.Checked);

        var page = await browser.GetAsync($"/invitations/import/{id}");
        page.Heading.ShouldBe("What becomes of each line");
        Fates(page).ShouldBe(["2 New family", "3 New person", "4 Not taken The start of involvement is not a day we can read, such as 03/12/2026 or 2026-12-03", "5 New family"]);
        (await CountAsync(lines)).ShouldBe((0, 0));
        await browser.FollowAsync("Not taken");
        Fates(browser.Page).ShouldHaveSingleItem();
        await browser.FollowAsync("Keep these");
        await browser.SubmitAsync("Keep these lines");
        await StateAsync(id, ContactImportState.Kept);

        (await CountAsync(lines)).ShouldBe((2, 3));
        (await browser.GetAsync($"/invitations/import/{id}")).Heading.ShouldBe("The file is kept");
        Fates(browser.Page).Count.ShouldBe(4);
        var import = await ImportAsync(id);
        import.Content.ShouldBeNull();
        (await site.AuditedAsync(AuditEventKind.ContactsUploaded, id)).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.AuditEvents.SingleAsync(e => e.Kind == AuditEventKind.ContactsKept && e.SubjectId == id))).Reason.ShouldBe("3 lines");
        site.Log.Text.ShouldNotContain(lines.Worker.Name);
    }

    [Fact]
    public async Task Keep_SameFileAgain_ChangesNothingAndKeepsPausesAndOptOuts()
    {
        var lines = await LinesAsync();
        var file = lines.File([lines.Good(1), lines.Good(2)]);
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await KeepAsync(browser, file);
        var person = await site.InDatabaseAsync(db => db.Families.Where(f => f.WorkerId == lines.Worker.Id).SelectMany(f => f.Members).Select(m => m.Person!).FirstAsync());
        await site.InDatabaseAsync(db => db.Families.Where(f => f.WorkerId == lines.Worker.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.PausedUntil, new DateOnly(2031, 6, 1)).SetProperty(f => f.IntervalMonths, 6)));
        await site.SaveAsync(new OptOut { ContactHash = person.MobileHash!, Since = new DateOnly(2031, 1, 14), By = OptOutBy.Family });

        var id = await KeepAsync(browser, file, expected: "Nothing new");

        Fates(await browser.GetAsync($"/invitations/import/{id}")).Count(f => f.EndsWith("They opted out: nothing is sent", StringComparison.Ordinal)).ShouldBe(1);
        (await CountAsync(lines)).ShouldBe((2, 2));
        (await site.InDatabaseAsync(db => db.OptOuts.CountAsync(o => o.ContactHash == person.MobileHash))).ShouldBe(1);
        (await site.InDatabaseAsync(db => db.Families.Where(f => f.WorkerId == lines.Worker.Id).ToListAsync()))
            .ShouldAllBe(f => f.PausedUntil == new DateOnly(2031, 6, 1) && f.IntervalMonths == 6);
    }

    [Fact]
    public async Task Keep_ChangedNumberAndEnd_AreTakenOver()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await KeepAsync(browser, lines.File([lines.Good(1)]));

        await KeepAsync(browser, lines.File([lines.Good(1).Replace(lines.Mobile(1, "Ada"), "07700 900321", StringComparison.Ordinal).Replace("2031,,", "2031,10/01/2031,", StringComparison.Ordinal)]), expected: "Changed");

        var family = await site.InDatabaseAsync(db => db.Families.Include(f => f.Members).ThenInclude(m => m.Person).SingleAsync(f => f.WorkerId == lines.Worker.Id));
        family.EndedOn.ShouldBe(new DateOnly(2031, 1, 10));
        family.Members.Single().Person!.MobileHash.ShouldBe((await Contacts.KeyAsync(site)).HashOf(TelephoneNumber.Parse("07700 900321")!));
    }

    [Fact]
    public async Task Keep_PressedTwiceAndByTwoAtOnce_KeepsOnce()
    {
        var lines = await LinesAsync();
        var (one, two) = (await site.SignInAsync(Role.QualityAssurance), await site.SignInAsync(Role.QualityAssurance));
        var id = await CheckAsync(one, lines.File([lines.Good(1), lines.Good(2)]));
        await one.GetAsync($"/invitations/import/{id}/keep");
        await two.GetAsync($"/invitations/import/{id}/keep");
        var tab = one.NewTab();

        var pages = await Task.WhenAll(one.SubmitAsync("Keep these lines"), two.SubmitAsync("Keep these lines"), tab.SubmitAsync(one.Page, "Keep these lines"));

        pages.ShouldAllBe(p => p.Status == HttpStatusCode.OK);
        await StateAsync(id, ContactImportState.Kept);
        (await CountAsync(lines)).ShouldBe((2, 2));
        (await site.AuditedAsync(AuditEventKind.ContactsKept, id)).ShouldBe(1);
    }

    [Fact]
    public async Task Keep_ManyProcessesAtOnce_KeepOnce()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var id = await CheckAsync(browser, lines.File([.. Enumerable.Range(1, 20).Select(i => lines.Good(i))]));
        await site.InDatabaseAsync(db => db.ContactImports.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, ContactImportState.Keeping)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ContactImportRun>().NextAsync(CancellationToken.None);
        }));

        await StateAsync(id, ContactImportState.Kept);
        (await CountAsync(lines)).ShouldBe((20, 20));
    }

    [Theory]
    [InlineData(nameof(Family))]
    [InlineData(nameof(ContactPerson))]
    [InlineData(nameof(FamilyMember))]
    public async Task Keep_DiesBetweenTwoTables_LeavesNothingHalfDoneAndIsTakenUpAgain(string table)
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var id = await CheckAsync(browser, lines.File([lines.Good(1), lines.Good(2)]));
        await browser.GetAsync($"/invitations/import/{id}/keep");
        var seen = (-1, -1);
        site.Bulk.FailOnce(table, async () => seen = await CountAsync(lines));

        await browser.SubmitAsync("Keep these lines");

        await StateAsync(id, ContactImportState.Kept);
        seen.ShouldBe((0, 0));
        (await CountAsync(lines)).ShouldBe((2, 2));
        (await site.InDatabaseAsync(db => db.ContactImportLines.CountAsync(l => l.ImportId == id))).ShouldBe(2);
    }

    [Fact]
    public async Task Keep_WorkerWhoLeftSinceTheCheck_IsListedWithTheReason()
    {
        var (lines, other) = (await LinesAsync(), await LinesAsync());
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var id = await CheckAsync(browser, lines.File([lines.Good(1), other.Good(2)]));
        await site.InDatabaseAsync(db => db.Workers.Where(w => w.Id == other.Worker.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.LeftOn, new DateOnly(2031, 1, 1))));
        await browser.GetAsync($"/invitations/import/{id}/keep");

        await browser.SubmitAsync("Keep these lines");

        await StateAsync(id, ContactImportState.Kept);
        Fates(await browser.GetAsync($"/invitations/import/{id}")).ShouldBe(["2 New family", "3 Not taken The worker of this name has left"]);
        (await CountAsync(lines)).ShouldBe((1, 1));
        (await CountAsync(other)).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Keep_LineThatWouldFitByNow_StaysRefused()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var stranger = lines.Good(2).Replace(lines.Worker.Name, "Newly Come " + lines.Worker.Id.ToString("N"), StringComparison.Ordinal);
        var id = await CheckAsync(browser, lines.File([lines.Good(1), stranger]));
        var come = new Worker { Id = Guid.NewGuid(), Name = "Newly Come " + lines.Worker.Id.ToString("N"), TeamId = lines.Worker.TeamId };
        await site.SaveAsync(come);
        await browser.GetAsync($"/invitations/import/{id}/keep");

        await browser.SubmitAsync("Keep these lines");

        await StateAsync(id, ContactImportState.Kept);
        (await site.InDatabaseAsync(db => db.Families.CountAsync(f => f.WorkerId == come.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Check_LeftByADeadProcess_IsTakenUpByItself()
    {
        var lines = await LinesAsync();
        var import = new ContactImport
        {
            Id = Guid.NewGuid(),
            UploadedById = (await site.HireAsync(Role.QualityAssurance)).Id,
            UploadedAtUtc = site.Clock.GetUtcNow().UtcDateTime,
            State = ContactImportState.Checking,
            Mapping = ContactColumns.Guess(Contacts.Headings.Split(','), new Dictionary<ContactField, string>()).ToJson(),
            Lines = 1,
            LinesDone = 1,
            Content = site.Services.GetRequiredService<ContactFileSeal>().Seal(Encoding.UTF8.GetBytes(lines.File([lines.Good(1)]))),
        };
        await site.SaveAsync(import);

        await Eventually.TrueAsync(
            async () =>
            {
                site.Clock.Advance(TimeSpan.FromSeconds(5));
                return (await ImportAsync(import.Id)).State == ContactImportState.Checked;
            },
            "the job looks for what another process left");
    }

    [Fact]
    public async Task Check_FileThatCannotBeOpened_EndsClearly()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var import = new ContactImport
        {
            Id = Guid.NewGuid(),
            UploadedById = (await site.HireAsync(Role.QualityAssurance)).Id,
            UploadedAtUtc = site.Clock.GetUtcNow().UtcDateTime,
            State = ContactImportState.Checking,
            Mapping = "{}",
            Content = [1, 2, 3],
        };
        await site.SaveAsync(import);
        site.Services.GetRequiredService<ContactImportBell>().Ring();

        await StateAsync(import.Id, ContactImportState.Failed);

        (await browser.GetAsync($"/invitations/import/{import.Id}")).Text.ShouldContain("The file cannot be opened any more. Read it in again");
    }

    [Fact]
    public async Task Details_WhileItIsWorkedOn_ShowsHowFarAndLooksAgain()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);
        // Nobody rings for the job, so it stays as it is.
        var import = new ContactImport
        {
            Id = Guid.NewGuid(),
            UploadedById = (await site.HireAsync(Role.QualityAssurance)).Id,
            UploadedAtUtc = site.Clock.GetUtcNow().UtcDateTime,
            State = ContactImportState.Checking,
            Lines = 5_000,
            LinesDone = 2_000,
        };
        await site.SaveAsync(import);

        var page = await browser.GetAsync($"/invitations/import/{import.Id}");

        page.Text.ShouldContain("2,000 of 5,000 lines");
        page.Response.Headers.GetValues("Refresh").ShouldBe(["3"]);
        await browser.FollowAsync("Stop looking again");
        browser.Page.Response.Headers.Contains("Refresh").ShouldBeFalse();
        await site.InDatabaseAsync(db => db.ContactImports.Where(i => i.Id == import.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task GiveUp_BeforeKeeping_DeletesTheFileAndKeepsNothing()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var id = await CheckAsync(browser, lines.File([lines.Good(1)]));
        await browser.GetAsync($"/invitations/import/{id}");
        var keep = await browser.NewTab().GetAsync($"/invitations/import/{id}/keep");
        await browser.FollowAsync("Give this file up");

        (await browser.SubmitAsync("Give it up")).Text.ShouldContain("Nothing of it was kept, and the file is deleted");

        (await ImportAsync(id)).Content.ShouldBeNull();
        (await browser.SubmitAsync(keep, "Keep these lines")).Heading.ShouldBe("The file is given up");
        (await CountAsync(lines)).ShouldBe((0, 0));
        (await site.AuditedAsync(AuditEventKind.ContactsGivenUp, id)).ShouldBe(1);
        (await site.AuditedAsync(AuditEventKind.ContactsKept, id)).ShouldBe(0);
    }

    [Fact]
    public async Task Forget_AfterADay_DeletesTheFile()
    {
        var import = new ContactImport
        {
            Id = Guid.NewGuid(),
            UploadedById = (await site.HireAsync(Role.QualityAssurance)).Id,
            UploadedAtUtc = site.Clock.GetUtcNow().UtcDateTime - ContactImports.KeptFor - TimeSpan.FromSeconds(1),
            State = ContactImportState.Checked,
            Content = [1],
        };
        await site.SaveAsync(import);

        site.Services.GetRequiredService<ContactImportBell>().Ring();

        await StateAsync(import.Id, ContactImportState.GivenUp);
        (await ImportAsync(import.Id)).Content.ShouldBeNull();
    }

    [Fact]
    public async Task Upload_TheFile_RestsSealed()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);

        var id = IdOf(await Contacts.UploadAsync(browser, lines.File([lines.Good(1)])));

        var content = (await ImportAsync(id)).Content.ShouldNotBeNull();
        Encoding.UTF8.GetString(content).ShouldNotContain("Ada");
    }

    [Theory]
    [InlineData("", "Choose a CSV file", "The file is empty")]
    [InlineData("PK\u0003\u0004", "This is a workbook", "This is a workbook")]
    [InlineData("Reference,Worker", "The file has headings", "The file has headings")]
    public async Task Upload_NotAFileOfLines_SaysWhyAndKeepsNothing(string content, string why, string orWhy)
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);

        var page = await Contacts.UploadAsync(browser, content);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        var error = page.Errors.ShouldHaveSingleItem();
        (error.StartsWith(why, StringComparison.Ordinal) || error.StartsWith(orWhy, StringComparison.Ordinal)).ShouldBeTrue(error);
    }

    [Fact]
    public async Task Upload_OverTheLimit_IsAClearPage()
    {
        var browser = await site.SignInAsync(Role.QualityAssurance);

        var page = await Contacts.UploadAsync(browser, new byte[100_000_000]);

        page.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        page.Errors.ShouldHaveSingleItem().ShouldStartWith("The file is larger than 20 MB");
    }

    [Fact]
    public async Task Columns_SomeMissingOrTwice_SaysWhich()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        await Contacts.UploadAsync(browser, lines.File([lines.Good(1)]));

        var page = await browser.SubmitAsync("Look the file through", ("Reference", ""), ("Mobile", ""), ("Email", ""), ("Role", "4"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldBe([
            "Choose the column for “Family’s reference”",
            "“Role in the family” has a column that is chosen for something else too",
            "Choose the column for the mobile number, the e-mail address or both",
        ]);
    }

    [Fact]
    public async Task Columns_Chosen_AreRememberedForTheNextFile()
    {
        var lines = await LinesAsync();
        var browser = await site.SignInAsync(Role.QualityAssurance);
        var file = lines.File([lines.Good(1)]).Replace("Name,Role", "Known as,Is their", StringComparison.Ordinal);
        (await Contacts.UploadAsync(browser, file)).Document.QuerySelectorAll("#Name option[selected]").ShouldBeEmpty();
        await browser.SubmitAsync("Look the file through", ("Name", "4"), ("Role", "5"));

        var page = await Contacts.UploadAsync(browser, file);

        page.Document.QuerySelector("#Name option[selected]")!.TextContent.ShouldBe("Known as");
        page.Document.QuerySelector("#Role option[selected]")!.TextContent.ShouldBe("Is their");
    }

    private async Task<Guid> KeepAsync(PageClient browser, string file, string? expected = null)
    {
        var id = await CheckAsync(browser, file);
        var page = await browser.GetAsync($"/invitations/import/{id}");
        if (expected is not null)
        {
            Fates(page).ShouldAllBe(fate => fate.Contains(expected, StringComparison.Ordinal));
        }

        await browser.FollowAsync("Keep these");
        await browser.SubmitAsync("Keep these lines");
        await StateAsync(id, ContactImportState.Kept);
        return id;
    }

    private async Task<Guid> CheckAsync(PageClient browser, string file)
    {
        var id = IdOf(await Contacts.UploadAsync(browser, file));
        await browser.SubmitAsync("Look the file through");
        await StateAsync(id, ContactImportState.Checked);
        return id;
    }

    private static Guid IdOf(Page page) => Guid.Parse(page.Path.Split('/', '?')[3]);

    private Task<ContactImport> ImportAsync(Guid id) => site.InDatabaseAsync(db => db.ContactImports.AsNoTracking().SingleAsync(i => i.Id == id));

    private Task StateAsync(Guid id, ContactImportState state) =>
        Eventually.TrueAsync(async () => (await ImportAsync(id)).State == state, $"the import is {state}");

    private static List<string> Fates(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(PageText.Of)];

    private Task<(int Families, int People)> CountAsync(Lines lines) => site.InDatabaseAsync(async db => (
        await db.Families.CountAsync(f => f.WorkerId == lines.Worker.Id),
        await db.FamilyMembers.CountAsync(m => db.Families.Any(f => f.Id == m.FamilyId && f.WorkerId == lines.Worker.Id))));

    private async Task<Lines> LinesAsync() => new((await ReleasedFeedback.OfNewTeamAsync(site)).Worker);

    /// <summary>Lines about one worker's families, which no other test writes.</summary>
    private sealed class Lines(Worker worker)
    {
        private readonly string _mark = Guid.NewGuid().ToString("N")[..8];

        public Worker Worker => worker;

        public string File(string[] lines) => $"{Contacts.Headings}\r\n{string.Join("\r\n", lines)}\r\n";

        public string Good(int family, string name = "Ada") =>
            $"{_mark}-{family},{worker.Name},03/01/2031,,{name} {_mark}{family},Mother,{Mobile(family, name)},";

        public string Mobile(int family, string name) => $"07700 9{(name[0] - 'A') % 10}{family:D2}{Math.Abs(_mark[0] - '0') % 10}{Math.Abs(_mark[1] - '0') % 10}";
    }

    /// <summary>Bulk writing that can break off at a table, once, as a process that dies does.</summary>
    public sealed class BreakingBulk(IBulk inner) : IBulk
    {
        private (string Table, Func<Task> Then)? _next;

        public void FailOnce(string table, Func<Task> afterwards) => _next = (table, afterwards);

        public UInt128 Rank(Guid id) => inner.Rank(id);

        public Task BeginAsync(PracticeDbContext db, CancellationToken cancellation) => inner.BeginAsync(db, cancellation);

        public async Task WriteAsync<TRow>(PracticeDbContext db, IEnumerable<TRow> rows, CancellationToken cancellation)
            where TRow : class
        {
            await inner.WriteAsync(db, rows, cancellation);
            if (_next is { } next && next.Table == typeof(TRow).Name)
            {
                _next = null;
                await db.Database.RollbackTransactionAsync(cancellation);
                await next.Then();
                throw new Broken();
            }
        }

        public Task FinishAsync(PracticeDbContext db, CancellationToken cancellation) => inner.FinishAsync(db, cancellation);

        private sealed class Broken : DbException;
    }

    public abstract class Site(TestDatabaseProvider provider) : StaffSite(provider)
    {
        public BreakingBulk Bulk => (BreakingBulk)Services.GetRequiredService<IBulk>();

        protected override void ConfigureServices(IServiceCollection services)
        {
            base.ConfigureServices(services);
            var inner = (IBulk)services.Last(s => s.ServiceType == typeof(IBulk)).ImplementationInstance!;
            services.Replace(ServiceDescriptor.Singleton<IBulk>(new BreakingBulk(inner)));
        }
    }

    public sealed class SqliteSite() : Site(TestDatabaseProvider.Sqlite);

    public sealed class PostgreSqlSite() : Site(TestDatabaseProvider.PostgreSql);

    public sealed class OnSqlite(SqliteSite site) : ImportTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : ImportTests(site), IClassFixture<PostgreSqlSite>;
}
