using System.Collections.Immutable;

namespace RelationalPractice.Surveys;

/// <summary>What a draft knows of how far its person has come. Where they are is derived by <see cref="SurveyJourney"/>.</summary>
/// <param name="VisitedQuestions">Questions that were answered or skipped.</param>
public sealed record SurveyProgress(Tier? Tier, bool WhoAnswered, IReadOnlySet<string> VisitedQuestions)
{
    public static SurveyProgress Start { get; } = new(Tier: null, WhoAnswered: false, ImmutableHashSet<string>.Empty);

    /// <summary>Another tier asks other things of who the person is, so those are asked again.</summary>
    public SurveyProgress Choose(Tier tier) =>
        tier == Tier ? this : this with { Tier = tier, WhoAnswered = false };

    public SurveyProgress AnswerWho() => this with { WhoAnswered = true };

    public SurveyProgress Visit(string questionKey) =>
        this with { VisitedQuestions = VisitedQuestions.Append(questionKey).ToImmutableHashSet(StringComparer.Ordinal) };
}
