using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Demonstration;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Demonstration;

public sealed class DemonstrationLoaderTests
{
    private static readonly DemonstrationOptions Options = new(600, Seed: 3, "not-the-usual-one", new DateOnly(2026, 11, 18));

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_EmptyDatabase_HoldsTheWholeAuthority(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);

        (await database.LoadAsync(Options)).Result.ShouldBe(DemonstrationResult.Loaded);

        await using var db = database.Open();
        (await db.Authorities.SingleAsync()).Name.ShouldBe(DemonstrationAuthority.Instance.Name);
        (await db.ServiceAreas.CountAsync()).ShouldBe(4);
        (await db.Teams.CountAsync()).ShouldBe(8);
        (await db.Workers.CountAsync()).ShouldBe(60);
        (await db.SurveyLinks.CountAsync()).ShouldBe(22);
        (await db.Questionnaires.CountAsync(q => q.Current)).ShouldBe(2);
        (await db.SurveyResponses.CountAsync()).ShouldBe(Options.Responses);
    }

    // The bulk writers go past EF: what they wrote must be what EF reads, in every column of every tier.
    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_ReadBackByEf_IsFoundByItsIdentifierAndWhole(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await database.LoadAsync(Options);

        await using var db = database.Open();
        var responses = await db.SurveyResponses.Include(r => r.Answers).AsNoTracking().ToListAsync();
        var one = responses[responses.Count / 2];
        (await db.SurveyResponses.FindAsync(one.Id))!.ReceiptHash.ShouldBe(one.ReceiptHash);
        responses.OfType<NamedResponse>().Where(r => r.State != ResponseState.Withdrawn).ShouldAllBe(r => database.PersonalData.Reveal(r.RespondentName)!.Contains(' '));
        responses.OfType<NamedResponse>().ShouldAllBe(r => r.ReceivedMonth == Month.Of(r.ReceivedOn));
        responses.OfType<WorkerOnlyResponse>().ShouldContain(r => r.ScoresOnly);
        responses.OfType<WorkerResponse>().ShouldContain(r => r.TeamId != null);
        responses.OfType<WorkerResponse>().ShouldContain(r => r.WorkerId != null);
        responses.OfType<AnonymousResponse>().ShouldContain(r => r.ServiceAreaId != null);
        responses.ShouldContain(r => r.State == ResponseState.New && r.ReadBy != null);
        responses.Where(r => r.State == ResponseState.Withdrawn).ShouldAllBe(r => r.Answers.Count == 0);
        responses.SelectMany(r => r.Answers).ShouldContain(a => a.Choice == DialGroupQuestion.NotSure);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_UsualSize_GivesTheWorkerAndTheManagerSomethingToRead(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await database.LoadAsync(Options with { Responses = DemonstrationOptions.DefaultResponses, Seed = DemonstrationOptions.DefaultSeed });

        await using var db = database.Open();
        var worker = await db.Workers.SingleAsync(w => w.StaffMemberId != null);
        var releases = await db.Releases.Include(r => r.Excerpts).ToListAsync();
        releases.Count.ShouldBeGreaterThan(1);
        releases.ShouldAllBe(r => r.WorkerId == worker.Id && r.Excerpts.Count > 0);
        (await db.SupervisionRecords.Include(r => r.Outcomes).SingleAsync()).Outcomes.ShouldAllBe(o => releases.Any(r => r.ResponseId == o.ResponseId));
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_NamesAndNumbersInReleasedFeedback_AreHidden(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        // With this seed families write names about the worker who signs in.
        await database.LoadAsync(Options with { Responses = 400, Seed = 5 });

        await using var db = database.Open();
        var excerpts = await db.Releases.SelectMany(r => r.Excerpts).ToListAsync();
        var looked = 0;
        foreach (var redaction in await db.Redactions.ToListAsync())
        {
            // Of who shares scores only, no words are there at all.
            var shown = excerpts.SingleOrDefault(e => e.ResponseId == redaction.ResponseId && e.QuestionKey == redaction.QuestionKey);
            var raw = await db.SurveyAnswers.SingleAsync(a => a.ResponseId == redaction.ResponseId && a.QuestionKey == redaction.QuestionKey);
            shown?.Text!.ShouldNotContain(new CodePointText(raw.Text!).Words(redaction.Stretch), Case.Sensitive);
            looked += shown is null ? 0 : 1;
        }

        looked.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_Families_CanBeReachedAtInventedNumbersAndAddressesOnly(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await database.LoadAsync(Options);

        await using var db = database.Open();
        var families = await db.Families.Include(f => f.Members).ThenInclude(m => m.Person).ToListAsync();
        families.Count.ShouldBe(40);
        var worker = await db.Workers.SingleAsync(w => w.StaffMemberId != null);
        families.Count(f => f.WorkerId == worker.Id).ShouldBeGreaterThan(5);
        families.ShouldAllBe(f => f.Members.Count > 0 && f.EndedOn == null || f.EndedOn >= f.StartedOn);
        var people = families.SelectMany(f => f.Members).Select(m => m.Person!).ToList();
        people.Select(p => database.PersonalData.Reveal(p.Mobile)).OfType<string>().ShouldAllBe(n => n.StartsWith("+447700900", StringComparison.Ordinal));
        people.Select(p => database.PersonalData.Reveal(p.Email)).OfType<string>().ShouldAllBe(a => a.EndsWith("@example.org", StringComparison.Ordinal));
        people.ShouldAllBe(p => p.MobileHash != null || p.EmailHash != null);
        people.ShouldContain(p => p.Channel == RelationalPractice.Messaging.MessageChannel.Sms);
    }

    [Fact]
    public async Task Load_SameSeed_IsTheSameOnBothDatabases()
    {
        var said = new List<List<string>>();
        foreach (var provider in Enum.GetValues<TestDatabaseProvider>())
        {
            await using var database = await DemonstrationDatabase.CreateAsync(provider);
            await database.LoadAsync(Options);
            await using var db = database.Open();
            var responses = await db.SurveyResponses.Include(r => r.Answers).AsNoTracking().ToListAsync();
            said.Add([.. responses
                .Select(r => $"{r.Id} {r.Tier} {r.State} {r.ReceivedMonth} {r.ReadBy} {r.Raised} {database.PersonalData.Reveal((r as WorkerResponse)?.WorkerNameTyped)} {string.Join('|', r.Answers.OrderBy(a => a.QuestionKey, StringComparer.Ordinal).Select(a => $"{a.QuestionKey}{a.Text}{a.Score}{a.Choice}"))}")
                .Order(StringComparer.Ordinal)]);
        }

        said[0].ShouldBe(said[1]);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_Twice_AddsNothing(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await database.LoadAsync(Options);

        (await database.LoadAsync(Options with { Responses = 900, Seed = 4 })).Result.ShouldBe(DemonstrationResult.AlreadyThere);

        await using var db = database.Open();
        (await db.SurveyResponses.CountAsync()).ShouldBe(Options.Responses);
        (await db.Users.CountAsync()).ShouldBe(10);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_AuthorityThatNobodyTouched_BecomesTheDemonstration(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await AddAuthorityAsync(database, telephone: "");

        (await database.LoadAsync(Options with { Responses = 0 })).Result.ShouldBe(DemonstrationResult.Loaded);

        await using var db = database.Open();
        (await db.Authorities.SingleAsync()).Name.ShouldBe(DemonstrationAuthority.Instance.Name);
    }

    [Theory]
    [InlineData(TestDatabaseProvider.Sqlite)]
    [InlineData(TestDatabaseProvider.PostgreSql)]
    public async Task Load_AnotherAuthority_IsLeftAlone(TestDatabaseProvider provider)
    {
        await using var database = await DemonstrationDatabase.CreateAsync(provider);
        await AddAuthorityAsync(database, telephone: "01632 960 001");

        (await database.LoadAsync(Options)).Result.ShouldBe(DemonstrationResult.AnotherAuthority);

        await using var db = database.Open();
        (await db.Authorities.SingleAsync()).Name.ShouldBe("Somebody else");
        (await db.Users.AnyAsync()).ShouldBeFalse();
        (await db.SurveyResponses.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Load_BrokenOffHalfWay_LeavesNothing()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);
        await using (var db = database.Open())
        {
            var loader = new DemonstrationLoader(db, database.PersonalData, database.AuthorityKeys, new BreaksOff());
            await Should.ThrowAsync<IOException>(() => loader.LoadAsync(Options));
        }

        await using var after = database.Open();
        (await after.Authorities.AnyAsync()).ShouldBeFalse();
        (await after.Users.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Load_Receipts_OpenTheResponseTheyDescribe()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);
        var receipts = (await database.LoadAsync(Options)).Receipts;

        await using var db = database.Open();
        var key = database.AuthorityKeys.Open((await db.Authorities.SingleAsync()).ReceiptKey);
        var found = new List<SurveyResponse>();
        foreach (var receipt in receipts)
        {
            var hash = ReceiptHasher.Hash(receipt.Code.Digits, key);
            found.Add(await db.SurveyResponses.SingleAsync(r => r.ReceiptHash == hash));
        }

        found.Select(r => (r.Tier, r.State)).ShouldBe(
        [
            (Tier.Named, ResponseState.Read), (Tier.WorkerOnly, ResponseState.New), (Tier.Anonymous, ResponseState.New),
            (Tier.Named, ResponseState.New), (Tier.Anonymous, ResponseState.Read), (found[5].Tier, ResponseState.Withdrawn),
        ]);
    }

    [Fact]
    public async Task Load_Accounts_HoldTheirRoleOnTheRightSideOfTheWall()
    {
        await using var database = await DemonstrationDatabase.CreateAsync(TestDatabaseProvider.Sqlite);
        await database.LoadAsync(Options with { Responses = 0 });

        await using var db = database.Open();
        var staff = await db.Users.Include(s => s.Roles).ToDictionaryAsync(s => s.Email!);
        staff.Values.ShouldAllBe(s => new PasswordHasher<StaffMember>().VerifyHashedPassword(s, s.PasswordHash!, Options.Password) == PasswordVerificationResult.Success);
        staff.Values.ShouldAllBe(s => s.Roles.Count == 1);
        staff["qa@demo.example"].Side.ShouldBe(Side.Collation);
        staff["worker@demo.example"].Side.ShouldBe(Side.Casework);
        staff["dpo@demo.example"].Side.ShouldBe(Side.Neither);
        (await db.Workers.SingleAsync(w => w.StaffMemberId != null)).StaffMemberId.ShouldBe(staff["worker@demo.example"].Id);
    }

    private static async Task AddAuthorityAsync(DemonstrationDatabase database, string telephone)
    {
        await using var db = database.Open();
        db.Authorities.Add(new Authority
        {
            Name = "Somebody else",
            Telephone = telephone,
            Email = "",
            FrontDoorTelephone = "",
            OutOfHoursTelephone = "",
            ReceiptKey = database.AuthorityKeys.NewReceiptKey(),
        });
        await db.SaveChangesAsync();
    }

    private sealed class BreaksOff : Data.IBulk
    {
        public UInt128 Rank(Guid id) => 0;

        public Task BeginAsync(Data.PracticeDbContext db, CancellationToken cancellation) => Task.CompletedTask;

        public Task WriteAsync<TRow>(Data.PracticeDbContext db, IEnumerable<TRow> rows, CancellationToken cancellation)
            where TRow : class => throw new IOException("The disk is full.");

        public Task FinishAsync(Data.PracticeDbContext db, CancellationToken cancellation) => Task.CompletedTask;
    }
}
