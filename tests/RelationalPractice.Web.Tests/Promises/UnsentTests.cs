using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RelationalPractice.Anonymity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Testing.Traces;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Jobs;
using RelationalPractice.Web.Security;
using RelationalPractice.Web.Tests.Feedback;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promise 5: what is not sent is not readable by us. It rests under a key that only the respondent's cookie holds, and goes on
/// sending, on leaving and after 24 hours.
/// </summary>
public abstract class UnsentTests(TestDatabaseProvider provider)
{
    private const string Secretly = "Nobody but me may read these seventeen words until I have decided whether I want to send them";

    [Fact]
    public async Task Draft_Unsent_IsReadableNowhere()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        await WriteAsync(host);

        var found = new TraceSearch(
        [
            Trace.OfText("words", Secretly), Trace.OfText("some of them", "until I have decided"), Trace.OfText("name", "Wilhelmina Brightwater"),
            Trace.OfTelephone("number", "07700 900 812"), Trace.OfText("worker", "Bartholomew"),
        ]).Find(await host.KeptAsync());

        found.Keys.ShouldBeEmpty();
        (await host.Database.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(1);
    }

    [Fact]
    public async Task Draft_EveryKeyThatTheDatabaseAndTheSettingsHold_OpensItNot()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var family = await WriteAsync(host);
        var draft = await host.InDatabaseAsync(db => db.Drafts.AsNoTracking().SingleAsync());
        var keys = await KeysAsync(host);
        keys.Count.ShouldBeGreaterThan(1000);

        keys.Where(key => Opens(key, draft.Ciphertext)).ShouldBeEmpty();

        var cookie = Base64Url.DecodeFromChars(family.Browser.Cookie("session")!.Value);
        Opens(cookie, draft.Ciphertext).ShouldBeTrue("else the test could open nothing at all");
        Encoding.UTF8.GetString(DraftSecret.Parse(Base64Url.EncodeToString(cookie))!.Open(draft.Ciphertext)!).ShouldContain(Secretly);
    }

    [Fact]
    public async Task Send_Draft_IsGone()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var family = await WriteAsync(host);
        var traces = await OfTheRowAsync(host);

        await family.GoOnToCheckAsync();
        await family.SendAsync();

        await IsGoneAsync(host, traces);
    }

    [Fact]
    public async Task Leave_Draft_IsGone()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        var family = await WriteAsync(host);
        var traces = await OfTheRowAsync(host);

        await family.Browser.SubmitAsync(LeaveTests.Button);

        await IsGoneAsync(host, traces);
    }

    [Fact]
    public async Task Clock_AfterADay_TheJobDeletesTheDraft()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        await WriteAsync(host);
        var traces = await OfTheRowAsync(host);

        host.Clock.Advance(Draft.Lifetime);

        await Eventually.TrueAsync(async () => await host.Database.ScalarAsync("SELECT count(*) FROM drafts") == 0, "the expired draft is deleted");
        await IsGoneAsync(host, traces);
    }

    [Fact]
    public async Task Clock_AfterADay_TheDraftOpensNoLongerEvenBeforeTheJob()
    {
        await using var host = await PracticeHost.StartAsync(provider, new HostChanges { Services = WithoutJobs });
        var family = await WriteAsync(host);
        var latest = new DateTimeOffset(Draft.ExpiryFor(host.Clock.GetUtcNow().UtcDateTime));

        host.Clock.MoveTo(latest.AddSeconds(-1));
        (await family.Browser.GetAsync("/feedback/question/situation")).Text.ShouldContain(Secretly);
        host.Clock.MoveTo(latest);
        var page = await family.Browser.GetAsync("/feedback/question/situation");

        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Heading.ShouldBe("Your answers are not here any more");
        page.Text.ShouldNotContain(Secretly);
        var open = await family.Browser.GetAsync("/feedback/code");
        var token = open.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var late = await family.Browser.PostAsync("/feedback/question/situation", [("__RequestVerificationToken", token), ("situation", "Typed over night")]);
        (late.Status, late.Heading).ShouldBe((HttpStatusCode.Gone, page.Heading));
        late.Text.ShouldContain("Typed over night");
        (await host.Database.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(1);
    }

    [Fact]
    public async Task Draft_Expiry_IsNoLaterThanADayAndCutToTheHour()
    {
        await using var host = await PracticeHost.StartAsync(provider);
        await WriteAsync(host);

        var expiry = await host.InDatabaseAsync(db => db.Drafts.Select(d => d.ExpiresAtUtc).SingleAsync());

        expiry.ShouldBe(new DateTime(2031, 1, 15, 10, 0, 0, DateTimeKind.Utc));
    }

    private static void WithoutJobs(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ImplementationType == typeof(Schedule)));

    private static async Task<Family> WriteAsync(PracticeHost host)
    {
        var family = new Family(host.Browser());
        await family.StartAsync();
        await family.ChooseAsync(Tier.Named);
        await family.AnswerAsync(("RespondentName", "Wilhelmina Brightwater"), ("Contact", "07700 900 812"), ("WorkerName", "Bartholomew"));
        await family.AnswerAsync(("situation", Secretly));
        return family;
    }

    private static async Task<IReadOnlyList<Trace>> OfTheRowAsync(PracticeHost host)
    {
        var draft = await host.InDatabaseAsync(db => db.Drafts.AsNoTracking().SingleAsync());
        IReadOnlyList<Trace> traces = [Trace.OfId("draft", draft.Id), .. draft.Ciphertext.Chunk(64).Where(part => part.Length == 64).Select(part => Trace.OfBytes("ciphertext", part))];
        new TraceSearch(traces).Find(await host.KeptAsync()).Keys.Select(finding => finding.Fact).Distinct().ShouldBe(["ciphertext", "draft"], ignoreOrder: true);
        return traces;
    }

    private static async Task IsGoneAsync(PracticeHost host, IReadOnlyList<Trace> traces)
    {
        (await host.Database.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0);
        await host.RunJobsAsync();
        new TraceSearch(traces).Find((await host.KeptAsync()).OfTheProduct()).Keys.ShouldBeEmpty();
    }

    /// <summary>Whatever somebody with the whole database, the settings and the program could take for a key.</summary>
    private static async Task<IReadOnlyList<byte[]>> KeysAsync(PracticeHost host)
    {
        var values = new List<byte[]>();
        await using (var connection = await host.Database.OpenAsync())
        {
            foreach (var table in (await host.Database.RowsAsync()).Keys.Where(table => table != "questionnaires"))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM \"{table}\"";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    for (var i = 0; i < reader.FieldCount; i++)
                    {
                        values.AddRange(Readings(reader.GetValue(i)));
                    }
                }
            }
        }

        values.Add(await host.WithAsync(async (AuthorityDetails authority) => (await authority.GetAsync()).ReceiptKey));
        values.Add(host.Services.GetRequiredService<WrappingKey>().Bytes!);
        values.AddRange(MasterKeys(host));
        return [.. values.SelectMany(Windows)];
    }

    private static IEnumerable<byte[]> Readings(object value)
    {
        switch (value)
        {
            case byte[] bytes:
                yield return bytes;
                break;
            case Guid id:
                yield return id.ToByteArray();
                yield return id.ToByteArray(bigEndian: true);
                break;
            case string text:
                yield return Encoding.UTF8.GetBytes(text);
                break;
        }
    }

    /// <summary>The data-protection keys as they are once unwrapped.</summary>
    private static IEnumerable<byte[]> MasterKeys(PracticeHost host)
    {
        var wrapped = host.Services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!.GetAllElements();
        foreach (var element in wrapped.SelectMany(key => key.Descendants().Where(e => e.Attribute("decryptorType") is not null)))
        {
            var unwrapped = new KeyUnwrapping(host.Services).Decrypt(element.Elements().Single());
            yield return Convert.FromBase64String(unwrapped.DescendantsAndSelf("value").Single().Value);
        }
    }

    private static IEnumerable<byte[]> Windows(byte[] value)
    {
        yield return value;
        foreach (var length in new[] { 16, 32 })
        {
            for (var at = 0; at + length <= value.Length; at++)
            {
                yield return value[at..(at + length)];
            }
        }
    }

    private static bool Opens(byte[] key, byte[] ciphertext)
    {
        var asSecret = key.Length == DraftSecret.Length && DraftSecret.Parse(Base64Url.EncodeToString(key))!.Open(ciphertext) is not null;
        return asSecret || (key.Length is 16 or 32 && OpensDirectly(key, ciphertext)) || OpensDirectly(SHA256.HashData(key), ciphertext);
    }

    private static bool OpensDirectly(byte[] key, byte[] ciphertext)
    {
        using var aes = new AesGcm(key, 16);
        try
        {
            aes.Decrypt(ciphertext.AsSpan(0, 12), ciphertext.AsSpan(28), ciphertext.AsSpan(12, 16), new byte[ciphertext.Length - 28]);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}

public sealed class SqliteUnsentTests() : UnsentTests(TestDatabaseProvider.Sqlite);

public sealed class PostgreSqlUnsentTests() : UnsentTests(TestDatabaseProvider.PostgreSql);
