using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RelationalPractice.Auditing;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promises 1 and 2: nothing that is kept ties an anonymous response to who sent it, from where, by which link or when, nor a
/// worker-only response to anything but its worker. The lower half of the class proves that the search would notice.
/// </summary>
public abstract class UnlinkableTests(TestDatabaseProvider provider)
{
    [Fact]
    public async Task Send_AnonymousByAWorkersLink_LeavesNoTraceOfWhoWhereAndHow()
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);
        var search = new TraceSearch([.. family.Self(), .. family.Invitation(), .. family.TheirWorker()]);
        var before = search.Find(await host.KeptAsync());
        before.Count.ShouldBeGreaterThan(0, "the link and its worker are kept, so the search must see them");

        await family.GiveAsync(Tier.Anonymous);

        TraceSearch.Added(before, search.Find(await host.KeptAsync())).ShouldBeEmpty();
        (await host.ResponseAsync(family.Code)).TextOf("situation").ShouldBe("We moved here two years ago.");
    }

    [Fact]
    public async Task Send_WorkerOnlyByAWorkersLink_LeavesNoTraceOfTheFamilyAndTheLink()
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);
        var search = new TraceSearch([.. family.Self(), .. family.Invitation()]);
        var before = search.Find(await host.KeptAsync());

        await family.GiveAsync(Tier.WorkerOnly);

        TraceSearch.Added(before, search.Find(await host.KeptAsync())).ShouldBeEmpty();
        var response = (WorkerOnlyResponse)await host.ResponseAsync(family.Code);
        response.WorkerId.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Send_NotNamedByTheirOwnLink_LeavesNoTraceOfTheInvitationAndThePerson(Tier tier)
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteByMessageAsync(host);
        IReadOnlyList<Trace> traces = [.. family.Self(), .. family.Invitation(), .. tier == Tier.Anonymous ? family.TheirWorker() : []];
        var search = new TraceSearch(traces);
        var before = search.Find(await host.KeptAsync());
        before.Keys.ShouldContain(finding => finding.Fact == "invitation", "the invitation is kept, so the search must see it");
        before.Keys.ShouldNotContain(finding => finding.Fact == "own code");

        await family.GiveAsync(tier);

        TraceSearch.Added(before, search.Find(await host.KeptAsync())).ShouldBeEmpty();
        (await host.ResponseAsync(family.Code)).TextOf("situation").ShouldBe("We moved here two years ago.");
        (await host.InDatabaseAsync(db => db.Invitations.AsNoTracking().SingleAsync())).AnsweredOn.ShouldBeNull();
    }

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Send_NotNamedByTheirOwnLink_LeavesNoTimeButItsMonthAndTheDayToReadItBy(Tier tier)
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteByMessageAsync(host);
        var search = new TraceSearch(ScriptedFamily.Times());
        var before = search.Find((await host.KeptAsync()).OfTheProduct());

        await family.GiveAsync(tier);
        await host.RunJobsAsync();

        TraceSearch.Added(before, search.Find((await host.KeptAsync()).OfTheProduct())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Search_InvitationBesideTheResponse_FindsIt() =>
        (await AddedByAsync(async (host, family) =>
        {
            var response = await host.ResponseAsync(family.Code);
            await host.InDatabaseAsync(db =>
            {
                db.Add(AuditEvent.Of(AuditEventKind.LinkCreated, new ChangeContext(response.Id, PracticeHost.UsualStart.UtcDateTime), family.PersonalInvitation!.Id));
                return db.SaveChangesAsync();
            });
        }, ScriptedFamily.InviteByMessageAsync)).Select(trace => trace.Split(' ')[0]).Distinct().ShouldBe(["invitation"]);

    [Fact]
    public async Task Search_DayOnTheInvitation_FindsIt() =>
        (await AddedByAsync(
            (host, family) => host.InDatabaseAsync(db => db.Invitations.Where(i => i.Id == family.PersonalInvitation!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.AnsweredOn, DateOnly.FromDateTime(ScriptedFamily.Arrival.DateTime)))),
            ScriptedFamily.InviteByMessageAsync)).ShouldContain(trace => trace.StartsWith("time of sending (day"));

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Send_NotNamed_LeavesNoTimeButItsMonthAndTheDayToReadItBy(Tier tier)
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);
        var search = new TraceSearch(ScriptedFamily.Times());
        var before = search.Find((await host.KeptAsync()).OfTheProduct());

        await family.GiveAsync(tier);
        await host.RunJobsAsync();

        TraceSearch.Added(before, search.Find((await host.KeptAsync()).OfTheProduct())).ShouldBeEmpty();
        var response = await host.ResponseAsync(family.Code);
        response.ReceivedMonth.Value.ShouldBe(203103);
        response.ReadBy.ShouldBe(ScriptedFamily.ReadBy);
    }

    [Theory]
    [InlineData(Tier.Anonymous)]
    [InlineData(Tier.WorkerOnly)]
    public async Task Read_NotNamed_ErasesTheDayToReadItByToo(Tier tier)
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);
        var search = new TraceSearch([.. ScriptedFamily.Times(), Trace.OfDay("day to read it by", ScriptedFamily.ReadBy)]);
        var before = search.Find((await host.KeptAsync()).OfTheProduct());
        await family.GiveAsync(tier);
        TraceSearch.Added(before, search.Find((await host.KeptAsync()).OfTheProduct())).ShouldContain(trace => trace.StartsWith("day to read it by"));

        host.Clock.MoveTo(new DateTimeOffset(2031, 3, 25, 9, 41, 8, TimeSpan.Zero));
        await CodeTests.ReadAsync(host, family.Code);
        await host.RunJobsAsync();

        TraceSearch.Added(before, search.Find((await host.KeptAsync()).OfTheProduct())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_Anonymous_KeepsNothingOfTheCookieAndTheCode()
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);

        await family.GiveAsync(Tier.Anonymous);
        await host.RunJobsAsync();

        new TraceSearch(family.Session()).Find((await host.KeptAsync()).OfTheProduct()).Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_AnyTier_WritesNoLineIntoTheLog()
    {
        await using var host = await StartAsync();
        await new Family(host.Browser()).GiveAsync(Tier.Anonymous);
        var lines = host.Log.Lines.Count;

        foreach (var tier in Enum.GetValues<Tier>())
        {
            await new Family(host.Browser()).GiveAsync(tier);
        }

        host.Log.Lines.Count.ShouldBe(lines);
    }

    [Fact]
    public async Task Model_Responses_HaveNothingThatRefersToALinkOrTellsATimeOrAnOrder()
    {
        await using var host = await StartAsync();
        var types = await host.InDatabaseAsync(db => Task.FromResult(new[] { typeof(SurveyResponse), typeof(NamedResponse), typeof(WorkerOnlyResponse), typeof(AnonymousResponse), typeof(SurveyAnswer) }
            .Select(type => db.Model.FindEntityType(type)!)
            .ToList()));

        types.SelectMany(type => type.GetForeignKeys()).ShouldNotContain(key => key.PrincipalEntityType.ClrType == typeof(SurveyLink));
        var properties = types.SelectMany(type => type.GetProperties()).ToList();
        properties.Count.ShouldBeGreaterThan(20);
        properties.ShouldNotContain(property => property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTimeOffset) || property.ClrType == typeof(TimeSpan));
        types.SelectMany(type => type.FindPrimaryKey()!.Properties).ShouldAllBe(property => property.ClrType == typeof(Guid) || property.ClrType == typeof(string));
        types.Single(type => type.ClrType == typeof(AnonymousResponse)).GetProperties().Select(property => property.Name).ShouldBe(
            ["Id", "QuestionnaireId", "Raised", "ReadBy", "ReceiptHash", "ReceivedMonth", "ServiceAreaId", "State", "tier"], ignoreOrder: true);
    }

    [Fact]
    public async Task Search_TestOnlyRowNamesTheLink_FindsIt() =>
        (await AddedByAsync((host, family) => host.Database.RunAsync($"CREATE TABLE came_by (code text); INSERT INTO came_by VALUES ('{family.ShortLink}')")))
            .ShouldContain(trace => trace.StartsWith("link's code"));

    [Fact]
    public async Task Search_IdOfTheLinkBesideTheResponse_FindsIt() =>
        (await AddedByAsync(async (host, family) =>
        {
            var response = await host.ResponseAsync(family.Code);
            await host.InDatabaseAsync(db =>
            {
                db.Add(AuditEvent.Of(AuditEventKind.LinkCreated, new ChangeContext(response.Id, host.Clock.GetUtcNow().UtcDateTime), family.LinkId));
                return db.SaveChangesAsync();
            });
        })).Select(trace => trace.Split(' ')[0]).Distinct().ShouldBe(["link", "time"]);

    [Fact]
    public async Task Search_HashOfTheTelephoneNumber_FindsIt() =>
        (await AddedByAsync((host, family) =>
        {
            var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(family.Number.Replace(" ", ""))));
            return host.Database.RunAsync($"CREATE TABLE seen (hash text); INSERT INTO seen VALUES ('{hash}')");
        })).ShouldContain(trace => trace.StartsWith("telephone number (SHA-256"));

    [Fact]
    public async Task Search_TimeOfSendingAsANumber_FindsIt() =>
        (await AddedByAsync((host, _) => host.Database.RunAsync(
            $"CREATE TABLE sent_at (at bigint); INSERT INTO sent_at VALUES ({ScriptedFamily.Arrival.ToUnixTimeSeconds()})")))
            .ShouldContain(trace => trace.StartsWith("time of sending (Unix seconds"));

    [Fact]
    public async Task Search_DraftKept_FindsIt()
    {
        await using var host = await StartAsync();
        var family = await ScriptedFamily.InviteAsync(host);
        await family.GiveAsync(Tier.Anonymous);

        await host.InDatabaseAsync(db =>
        {
            db.Add(new Draft { Id = family.Secret.DraftId, Ciphertext = [1, 2, 3], ExpiresAtUtc = Draft.ExpiryFor(host.Clock.GetUtcNow().UtcDateTime) });
            return db.SaveChangesAsync();
        });

        var kept = (await host.KeptAsync()).OfTheProduct();
        new TraceSearch(family.Session()).Find(kept).Keys.ShouldContain(finding => finding.Fact == "draft");
        new TraceSearch(ScriptedFamily.Times()).Find(kept).Keys.ShouldContain(finding => finding.Fact == "end of the draft");
    }

    [Fact]
    public async Task Search_ALineInTheLog_FindsIt() =>
        (await AddedByAsync((_, _) => Task.CompletedTask, new HostChanges
        {
            Start = ScriptedFamily.Arrival,
            Services = services => services.AddSingleton<IStartupFilter, AddressLogged>(),
        })).ShouldContain(trace => trace.StartsWith("address of the device") && trace.EndsWith("in log"));

    private Task<PracticeHost> StartAsync() => PracticeHost.StartAsync(provider, new HostChanges { Start = ScriptedFamily.Arrival });

    /// <summary>The whole search, with a link put there on purpose.</summary>
    private Task<IReadOnlyList<string>> AddedByAsync(Func<PracticeHost, ScriptedFamily, Task> leak, HostChanges? changes = null) =>
        AddedByAsync(leak, ScriptedFamily.InviteAsync, changes);

    private async Task<IReadOnlyList<string>> AddedByAsync(
        Func<PracticeHost, ScriptedFamily, Task> leak, Func<PracticeHost, Task<ScriptedFamily>> invite, HostChanges? changes = null)
    {
        await using var host = await PracticeHost.StartAsync(provider, changes ?? new HostChanges { Start = ScriptedFamily.Arrival });
        var family = await invite(host);
        var search = new TraceSearch([.. family.Self(), .. family.Invitation(), .. family.TheirWorker(), .. ScriptedFamily.Times()]);
        var before = search.Find((await host.KeptAsync()).OfTheProduct());
        await family.GiveAsync(Tier.Anonymous);
        await host.RunJobsAsync();

        await leak(host, family);

        return TraceSearch.Added(before, search.Find((await host.KeptAsync()).OfTheProduct()));
    }

    private sealed class AddressLogged(ILogger<AddressLogged> log) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            // Afterwards, when the address that the proxy forwarded is known.
            app.Use(async (context, onward) =>
            {
                await onward(context);
                log.LogError("Somebody came from {Address}", context.Connection.RemoteIpAddress);
            });
            next(app);
        };
    }
}

public sealed class SqliteUnlinkableTests() : UnlinkableTests(TestDatabaseProvider.Sqlite)
{
    [Theory]
    [InlineData("survey_responses")]
    [InlineData("survey_answers")]
    [InlineData("drafts")]
    [InlineData("survey_links")]
    public async Task Tables_OfFamilies_CountNoRowsInTheirOrder(string table)
    {
        await using var host = await PracticeHost.StartAsync(TestDatabaseProvider.Sqlite);

        var sql = (await host.Database.ReadAsync($"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '{table}'")).ShouldHaveSingleItem();

        sql.ShouldEndWith("WITHOUT ROWID");
    }

    [Fact]
    public async Task Send_SeveralAfterEachOther_LieInTheOrderOfTheirRandomIdentifiers()
    {
        await using var host = await PracticeHost.StartAsync(TestDatabaseProvider.Sqlite);
        var arrived = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            var response = await host.ResponseAsync(await new Family(host.Browser()).GiveAsync(Tier.Anonymous));
            arrived.Add(Convert.ToHexStringLower(response.Id.ToByteArray()));
        }

        var stored = await host.Database.ReadAsync("SELECT id FROM survey_responses NOT INDEXED");

        stored.ShouldBe(arrived.Order(StringComparer.Ordinal));
    }
}

public sealed class PostgreSqlUnlinkableTests() : UnlinkableTests(TestDatabaseProvider.PostgreSql)
{
    [Fact]
    public async Task Columns_OfResponses_AreFilledByNoSequenceAndNoClock()
    {
        await using var host = await PracticeHost.StartAsync(TestDatabaseProvider.PostgreSql);

        var columns = await host.Database.ReadAsync(
            "SELECT column_name, data_type, column_default, is_identity FROM information_schema.columns WHERE table_name IN ('survey_responses', 'survey_answers', 'drafts')");

        columns.Count.ShouldBeGreaterThan(20);
        columns.ShouldAllBe(column => column.Contains("column_default=null") && column.Contains("is_identity=NO"));
        columns.Where(column => column.Contains("timestamp")).ShouldHaveSingleItem().ShouldStartWith("column_name=expires_at_utc");
        (await host.Database.ReadAsync("SHOW track_commit_timestamp")).ShouldBe(["off"]);
    }
}
