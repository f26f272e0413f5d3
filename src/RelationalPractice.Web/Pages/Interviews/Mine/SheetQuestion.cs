using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Shared;

namespace RelationalPractice.Web.Pages.Interviews.Mine;

/// <summary>A question as the interviewer has it before them, with the meanings of its words beside it.</summary>
/// <param name="Elsewhere">What another window saved, where it is not what stands here.</param>
public sealed record SheetQuestion(QuestionForm Form, IReadOnlyList<AnswerLine>? Elsewhere)
{
    /// <summary>A pressed choice cannot be pressed away.</summary>
    public static RadioOption NotAnswered { get; } = new("", "Not answered");

    /// <summary>Each term once, of the question, its help and its statements.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; } =
    [
        .. new[] { Form.Question.Wording, Form.Question.Help ?? "" }
            .Concat((Form.Question as ScoredGroupQuestion)?.Items.Select(item => item.Wording) ?? [])
            .SelectMany(GlossaryText.Parse)
            .Select(segment => segment.TermKey is { } key ? Form.Glossary.Find(key) : null)
            .OfType<GlossaryTerm>()
            .Distinct(),
    ];

    public IReadOnlyList<RadioOption> Choices(ScoredGroupQuestion group) =>
    [
        .. group.Scale.Select(point => new RadioOption(point.Posted, $"{point.Posted} – {point.Label}")),
        .. group is DialGroupQuestion dials ? [new RadioOption(DialGroupQuestion.NotSure, dials.NotSureLabel)] : Array.Empty<RadioOption>(),
        NotAnswered,
    ];
}
