using FsCheck;
using FsCheck.Fluent;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class ReleaseRulesTests
{
    private static readonly Guid Redactor = Guid.NewGuid();
    private static readonly Guid Releaser = Guid.NewGuid();

    private static readonly ReleaseCandidate Ready = new(
        Tier.WorkerOnly, ResponseState.Read, WorkerMatch.One, ShowsAnything: true, ShowsWords: true, Redactor, Releaser, TwoPeople: true);

    [Fact]
    public void WhyNot_AllDone_NothingStandsAgainstIt() => ReleaseRules.WhyNot(Ready).ShouldBeEmpty();

    public static TheoryData<ReleaseCandidate, NotReleasable[]> Cases => new()
    {
        { Ready with { Tier = Tier.Anonymous }, [NotReleasable.Anonymous] },
        { Ready with { Tier = Tier.Anonymous, State = ResponseState.New, Match = null }, [NotReleasable.Anonymous] },
        { Ready with { State = ResponseState.Withdrawn }, [NotReleasable.Withdrawn] },
        { Ready with { State = ResponseState.New }, [NotReleasable.NotRead] },
        { Ready with { Match = null }, [NotReleasable.WorkerNotMatched] },
        { Ready with { Match = WorkerMatch.NotKnown }, [NotReleasable.WorkerNotKnown] },
        { Ready with { Match = WorkerMatch.MoreThanOne }, [NotReleasable.MoreThanOneWorker] },
        { Ready with { RedactedById = null }, [NotReleasable.RedactionNotDone] },
        { Ready with { RedactedById = Releaser }, [NotReleasable.SamePersonHidAndReleases] },
        { Ready with { RedactedById = Releaser, TwoPeople = false }, [] },
        { Ready with { RedactedById = Releaser, Tier = Tier.Named }, [] },
        { Ready with { RedactedById = null, ShowsWords = false }, [] },
        { Ready with { ShowsAnything = false, ShowsWords = false }, [NotReleasable.NothingToShow] },
        { Ready with { State = ResponseState.New, Match = null, RedactedById = null }, [NotReleasable.NotRead, NotReleasable.WorkerNotMatched, NotReleasable.RedactionNotDone] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhyNot_Situation_GivesEveryReason(ReleaseCandidate candidate, NotReleasable[] reasons) =>
        ReleaseRules.WhyNot(candidate).ShouldBe(reasons);

    [Fact]
    public void WhyNot_AnyCandidate_ReleasesOnlyWhatIsReadMatchedAndRedacted()
    {
        var candidates =
            from tier in Gen.Elements(Enum.GetValues<Tier>())
            from state in Gen.Elements(Enum.GetValues<ResponseState>())
            from match in Gen.Elements(Enum.GetValues<WorkerMatch>().Select(m => (WorkerMatch?)m).Append(null).ToArray())
            from anything in Gen.Elements(true, false)
            from words in Gen.Elements(true, false)
            from redactor in Gen.Elements<Guid?>(null, Redactor, Releaser)
            from two in Gen.Elements(true, false)
            select new ReleaseCandidate(tier, state, match, anything || words, words, redactor, Releaser, two);
        Prop.ForAll(candidates.ToArbitrary(), candidate =>
        {
            var released = ReleaseRules.WhyNot(candidate).Count == 0;
            released.ShouldBe(
                candidate is { Tier: not Tier.Anonymous, State: ResponseState.Read, Match: WorkerMatch.One, ShowsAnything: true }
                && (!candidate.ShowsWords || candidate.RedactedById is not null)
                && !(candidate is { ShowsWords: true, Tier: Tier.WorkerOnly, TwoPeople: true } && candidate.RedactedById == Releaser));
        }).QuickCheckThrowOnFailure();
    }
}
