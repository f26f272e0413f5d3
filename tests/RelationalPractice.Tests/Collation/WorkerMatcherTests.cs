using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Collation;
using RelationalPractice.Tests.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class WorkerMatcherTests
{
    private static readonly Guid Duty = Guid.NewGuid();
    private static readonly Guid Harbour = Guid.NewGuid();
    private static readonly CameBy NoLink = new(null, null);

    private static readonly IReadOnlyList<KnownWorker> Workers =
    [
        Worker("Ngozi Okafor"),
        Worker("Sarah Jones", Harbour),
        Worker("Sarah Thompson"),
        Worker("Siân Pryce-Jones"),
        Worker("José Nuñez"),
        Worker("Seán O’Brien"),
        Worker("Elizabeth Marsh"),
        Worker("Anneke van den Berg"),
        Worker("Łukasz Wiśniewski"),
        Worker("Catherine Bell", left: new DateOnly(2030, 3, 3)),
        Worker("Katherine Ball"),
        Worker("محمد علي"),
    ];

    [Theory]
    [InlineData("Ngozi Okafor", "Ngozi Okafor", MatchReason.SameName)]
    [InlineData("  ngozi   OKAFOR ", "Ngozi Okafor", MatchReason.SameName)]
    [InlineData("Okafor Ngozi", "Ngozi Okafor", MatchReason.SameNameOtherOrder)]
    [InlineData("Mrs Okafor", "Ngozi Okafor", MatchReason.SameSurname)]
    [InlineData("my social worker is Ngozi", "Ngozi Okafor", MatchReason.SameFirstName)]
    [InlineData("N. Okafor", "Ngozi Okafor", MatchReason.Initial)]
    [InlineData("NO", "Ngozi Okafor", MatchReason.Initials)]
    [InlineData("Ngosi Okafer", "Ngozi Okafor", MatchReason.SimilarSpelling)]
    [InlineData("okaf", "Ngozi Okafor", MatchReason.Beginning)]
    [InlineData("Sian Pryce Jones", "Siân Pryce-Jones", MatchReason.SameName)]
    [InlineData("Jose Nunez", "José Nuñez", MatchReason.SameName)]
    [InlineData("Sean OBrien", "Seán O’Brien", MatchReason.SameName)]
    [InlineData("sean o'brien", "Seán O’Brien", MatchReason.SameName)]
    [InlineData("Liz Marsh", "Elizabeth Marsh", MatchReason.Nickname)]
    [InlineData("Anneke Vandenberg", "Anneke van den Berg", MatchReason.SameName)]
    [InlineData("Lukasz Wisniewski", "Łukasz Wiśniewski", MatchReason.SameName)]
    [InlineData("محمد", "محمد علي", MatchReason.SameFirstName)]
    public void Rank_WaysOfTypingAName_PutsTheWorkerFirstAndSaysWhy(string typed, string name, MatchReason reason)
    {
        var first = WorkerMatcher.Rank(typed, Workers, NoLink)[0];

        first.Worker.Name.ShouldBe(name);
        first.Reasons.ShouldContain(reason);
    }

    [Fact]
    public void Rank_SeveralFit_TheBetterFirst() =>
        Names("Sarah Thomson").ShouldBe(["Sarah Thompson", "Sarah Jones"]);

    [Fact]
    public void Rank_WorkerWhoLeft_StandsLastHoweverWellTheNameFits()
    {
        var ranked = WorkerMatcher.Rank("Catherine Bell", Workers, NoLink);

        ranked.Select(c => c.Worker.Name).ShouldBe(["Katherine Ball", "Catherine Bell"]);
        ranked[1].Worker.LeftOn.ShouldNotBeNull();
    }

    [Fact]
    public void Rank_CameByAWorkersLink_IsAReasonAlsoWithoutAName()
    {
        var worker = Workers[0];

        var only = WorkerMatcher.Rank(null, Workers, new CameBy(worker.Id, worker.TeamId)).First();

        only.Worker.ShouldBe(worker);
        only.Reasons.ShouldBe([MatchReason.CameByTheirLink]);
    }

    [Fact]
    public void Rank_CameByATeamsLink_PrefersTheTeamsSarah()
    {
        var first = WorkerMatcher.Rank("Sarah", Workers, new CameBy(null, Harbour))[0];

        first.Worker.Name.ShouldBe("Sarah Jones");
        first.Reasons.ShouldBe([MatchReason.SameFirstName, MatchReason.CameByTheTeamsLink]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("the lady with the dog")]
    [InlineData("🙂")]
    [InlineData("Mrs")]
    public void Rank_NoName_ProposesNobody(string? typed) => WorkerMatcher.Rank(typed, Workers, NoLink).ShouldBeEmpty();

    [Fact]
    public void Rank_ManyFit_ShowsAFew() =>
        WorkerMatcher.Rank("Sam", Enumerable.Range(0, 50).Select(n => Worker($"Sam Number{n}")), NoLink).Count.ShouldBe(WorkerMatcher.MaxCandidates);

    [Fact]
    public void Rank_AnyText_ProposesEachWorkerOnceAndAlwaysTheSame() => Prop.ForAll(Written.Text.ToArbitrary(), typed =>
    {
        var ranked = WorkerMatcher.Rank(typed, Workers, NoLink);
        ranked.Select(c => c.Worker.Id).ShouldBeUnique();
        ranked.ShouldAllBe(c => c.Reasons.Count > 0);
        WorkerMatcher.Rank(typed, Workers.Reverse(), NoLink).Select(c => c.Worker.Id).ShouldBe(ranked.Select(c => c.Worker.Id));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<string> Names(string typed) => WorkerMatcher.Rank(typed, Workers, NoLink).Select(c => c.Worker.Name);

    private static KnownWorker Worker(string name, Guid? team = null, DateOnly? left = null) => new(Guid.NewGuid(), name, team ?? Duty, "Duty team", left);
}
