using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Administration;
using RelationalPractice.Collation;
using RelationalPractice.Identity;
using RelationalPractice.Surveys;
using RelationalPractice.Testing;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Collation;
using RelationalPractice.Web.Tests.Staff;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>
/// Promise 3: whatever the quality team and the family do, in whatever order and by whomever, nothing reaches supervision but what was read,
/// matched, redacted and released, and nothing of it stays when it is undone or taken back. Every act is sent as somebody with tools would send
/// it, whether a page offers it or not.
/// </summary>
public abstract partial class QualityTeamFirstTests(StaffSite site)
{
    private const int Sequences = 10;
    private const int ActsInOne = 50;
    private const int People = 2;

    private static readonly string Key = Decisions.KeyOf(0);
    private static readonly ScaleGroupQuestion Scores = Responses.ParentCarer.Questions.OfType<ScaleGroupQuestion>().Single();

    // What leads to a release comes more often: else hardly any sequence would reach one.
    private static readonly Gen<(Act Act, int Response, int Person)> AnyAct =
        from act in Gen.Frequency(
            (3, Gen.Constant(Act.Read)), (3, Gen.Constant(Act.Match)), (2, Gen.Constant(Act.Hide)), (1, Gen.Constant(Act.ShowAgain)), (5, Gen.Constant(Act.Done)),
            (6, Gen.Constant(Act.Release)), (1, Gen.Constant(Act.Undo)), (1, Gen.Constant(Act.Withhold)), (1, Gen.Constant(Act.Withdraw)))
        from response in Gen.Choose(0, 3)
        from person in Gen.Choose(0, People - 1)
        select (act, response, person);

    private readonly Dictionary<Role, StaffMember> _casework = [];
    private readonly Dictionary<PageClient, string> _tokens = [];

    private enum Act
    {
        Read,
        Match,
        Hide,
        ShowAgain,
        Done,
        Release,
        Undo,
        Withhold,
        Withdraw,
    }

    [Fact]
    public async Task AnySequenceOfActs_ShowsSupervisionNothingButWhatWasReleased()
    {
        var worker = await SuperviseAsync();
        var readers = new[] { await SignInAsync(Role.QualityAssurance), await SignInAsync(Role.QualityAssurance) };
        var released = 0;
        foreach (var sequence in AnyAct.ArrayOf(ActsInOne).Sample(Sequences))
        {
            var told = string.Join(", ", sequence.Select(a => $"{a.Act} {a.Response} by {a.Person}"));
            var families = await SendEveryTierAsync();
            foreach (var (act, response, person) in sequence)
            {
                await DoAsync(act, families[response], readers[person], person, worker);
                await CheckKeptAsync(families[response], told);
                released += act == Act.Release && families[response].Released is not null ? 1 : 0;
            }

            foreach (var family in families)
            {
                await CheckKeptAsync(family, told);
            }

            await CheckSeenAsync(families, told);
        }

        released.ShouldBeGreaterThan(0, "sequences in which nothing is ever released prove nothing");
    }

    [Fact]
    public async Task CaseworkPages_EveryOneInAccessDocument_IsLookedAt()
    {
        await SuperviseAsync();

        CaseworkPages(Role.Manager).ShouldContain("/staff");
        CaseworkPages(Role.Worker).ShouldContain("/staff");
        CaseworkPages(Role.Manager).ShouldNotContain("/collation");
    }

    private async Task DoAsync(Act act, Sent family, PageClient browser, int person, Worker worker)
    {
        var (id, token) = (family.Id, await TokenAsync(browser));
        var version = await site.InDatabaseAsync(db => db.CollationRecords.Where(r => r.ResponseId == id).Select(r => r.Version).SingleOrDefaultAsync());
        Task<Page> SendAsync(string page, params (string, string)[] fields) =>
            browser.PostAsync($"/collation/{id}{page}", [("__RequestVerificationToken", token), ("Version", $"{version}"), .. fields]);

        switch (act)
        {
            case Act.Read:
                await SendAsync("");
                family.Read |= !family.Withdrawn;
                break;
            case Act.Match:
                await SendAsync("/match", ("Choice", worker.Id.ToString()));
                family.Matched |= !family.Withdrawn && family.Tier != Tier.Anonymous;
                break;
            case Act.Hide:
                await SendAsync("/hide", ("QuestionKey", Key), ("Words", family.Secret), ("Kind", "Name"));
                if (!family.Withdrawn && !family.SecretHidden)
                {
                    (family.SecretHidden, family.DoneBy) = (true, null);
                }

                break;
            case Act.ShowAgain:
                var hidden = await site.InDatabaseAsync(db => db.Redactions.Where(r => r.ResponseId == id && r.Hidden).Select(r => r.Id).FirstOrDefaultAsync());
                await SendAsync("/show-again", ("RedactionId", hidden.ToString()));
                if (family.SecretHidden && !family.Withdrawn)
                {
                    (family.SecretHidden, family.DoneBy) = (false, null);
                }

                break;
            case Act.Done:
                if ((await SendAsync("/redact")).Path.EndsWith("/release", StringComparison.Ordinal))
                {
                    family.DoneBy = person;
                }

                break;
            case Act.Release:
                var copies = family.WouldShow;
                if ((await SendAsync("/release")).Status == System.Net.HttpStatusCode.OK)
                {
                    family.MayBeReleasedBy(person).ShouldBeTrue($"{family} was released by {person}");
                    family.Released = copies;
                }

                break;
            case Act.Undo:
                await SendAsync("/undo-release", ("Reason", "A mistake"));
                family.Released = null;
                break;
            case Act.Withhold:
                await SendAsync("/withhold", ("Reason", "Not now"));
                break;
            case Act.Withdraw:
                await site.WithdrawAsync(id);
                (family.Withdrawn, family.Released, family.SecretHidden) = (true, null, false);
                break;
        }
    }

    private async Task CheckKeptAsync(Sent family, string told)
    {
        var release = await site.ReleaseOfAsync(family.Id);
        if (release is null)
        {
            family.Released.ShouldBeNull(told);
            return;
        }

        release.Tier.ShouldNotBe(Tier.Anonymous, told);
        var texts = release.Excerpts.Select(e => e.Text).OfType<string>().ToList();
        if (family.Released is not { } expected)
        {
            release.Excerpts.ShouldBeEmpty(told);
            release.RespondentName.ShouldBeNull(told);
            (release.Decision == ReleaseDecision.Withheld || (family.Withdrawn && release.WithdrawnOn is not null)).ShouldBeTrue(told);
            return;
        }

        texts.ShouldBe(expected, told);
        release.Excerpts.Count.ShouldBe(expected.Count + 1, told);
    }

    private async Task CheckSeenAsync(IReadOnlyList<Sent> families, string told)
    {
        foreach (var role in new[] { Role.Manager, Role.Worker })
        {
            var browser = await SignInAsync(role);
            foreach (var address in CaseworkPages(role).SelectMany(page => page.Contains("{id}", StringComparison.Ordinal)
                ? families.Select(family => page.Replace("{id}", family.Id.ToString(), StringComparison.Ordinal))
                : [page]))
            {
                var text = (await browser.GetAsync(address)).Document.DocumentElement.OuterHtml;
                foreach (var family in families)
                {
                    foreach (var word in new[] { family.Secret, family.Word }.Where(word => family.Released?.Exists(t => t.Contains(word, StringComparison.Ordinal)) != true))
                    {
                        text.ShouldNotContain(word, Case.Insensitive, $"{role} on {address} after {told}");
                    }
                }
            }
        }
    }

    private async Task<List<Sent>> SendEveryTierAsync()
    {
        (string, AnswerValue)[] Answers(Sent sent) => [Decisions.Words($"{sent.Word} and {sent.Secret}"), (Scores.Items[0].Key, AnswerValue.OfScore(4))];
        var (named, alone, scores, anonymous) = (new Sent(Tier.Named), new Sent(Tier.WorkerOnly), new Sent(Tier.WorkerOnly) { ScoresOnly = true }, new Sent(Tier.Anonymous));
        named.Id = (await site.ReceiveNamedAsync("Family Bell", answers: Answers(named))).Id;
        alone.Id = (await site.ReceiveWorkerOnlyAsync(answers: Answers(alone))).Id;
        scores.Id = (await site.ReceiveWorkerOnlyAsync(scoresOnly: true, answers: Answers(scores))).Id;
        anonymous.Id = (await site.ReceiveAnonymousAsync(answers: Answers(anonymous))).Id;
        return [named, alone, scores, anonymous];
    }

    /// <summary>A worker and their manager, both with accounts.</summary>
    private async Task<Worker> SuperviseAsync()
    {
        var worker = await site.EmployAsync("Perpetua Quill");
        _casework[Role.Worker] = await site.HireAsync(Role.Worker);
        _casework[Role.Manager] = await site.HireAsync(Role.Manager);
        await site.InDatabaseAsync(async db =>
        {
            (await db.Workers.SingleAsync(w => w.Id == worker.Id)).StaffMemberId = _casework[Role.Worker].Id;
            db.TeamManagers.Add(new TeamManager { TeamId = worker.TeamId, StaffMemberId = _casework[Role.Manager].Id });
            return await db.SaveChangesAsync();
        });
        return worker;
    }

    private Task<PageClient> SignInAsync(Role role) =>
        _casework.TryGetValue(role, out var member) ? site.SignInAsync(member) : site.SignInAsync(new[] { role });

    private async Task<string> TokenAsync(PageClient browser)
    {
        if (!_tokens.TryGetValue(browser, out var token))
        {
            await browser.GetAsync("/staff/sign-out");
            _tokens[browser] = token = browser.Page.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        return token;
    }

    private static List<string> CaseworkPages(Role role) =>
    [
        .. File.ReadLines(Repository.PathOf("docs", "access.md"))
            .Select(line => Row().Match(line))
            .Where(row => row.Success && (row.Groups["roles"].Value == "Every role" || row.Groups["roles"].Value.Split(", ").Contains(role.ToString(), StringComparer.Ordinal)))
            .Select(row => row.Groups["page"].Value)
            .Where(page => page is not ("/staff/sign-out" or "/staff/no-entry")),
    ];

    [GeneratedRegex(@"^\| (?<page>/\S*) \| \w+ \| (?<roles>[\w, ]+?) \|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    /// <summary>What a family sent, and what of it must be seen: worked out beside the product, from the promise.</summary>
    private sealed class Sent(Tier tier)
    {
        public Guid Id { get; set; }

        public Tier Tier => tier;

        public bool ScoresOnly { get; init; }

        public string Word { get; } = $"w{Guid.NewGuid():N}";

        public string Secret { get; } = $"s{Guid.NewGuid():N}";

        public bool Read { get; set; }

        public bool Matched { get; set; }

        public bool SecretHidden { get; set; }

        public int? DoneBy { get; set; }

        public bool Withdrawn { get; set; }

        /// <summary>The words that supervision may see; null when it may see nothing.</summary>
        public List<string>? Released { get; set; }

        public List<string> WouldShow => ScoresOnly ? [] : [$"{Word} and {(SecretHidden ? "[name]" : Secret)}"];

        public bool MayBeReleasedBy(int person) =>
            tier != Tier.Anonymous && Read && Matched && !Withdrawn && (ScoresOnly || (DoneBy is { } done && (tier == Tier.Named || done != person)));

        public override string ToString() => $"{tier}{(ScoresOnly ? ", scores only" : "")}";
    }

    public sealed class OnSqlite(SqliteSite site) : QualityTeamFirstTests(site), IClassFixture<SqliteSite>;

    public sealed class OnPostgreSql(PostgreSqlSite site) : QualityTeamFirstTests(site), IClassFixture<PostgreSqlSite>;
}
