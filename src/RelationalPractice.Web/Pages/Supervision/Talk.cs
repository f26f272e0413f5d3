using RelationalPractice.Supervision;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Supervision;

/// <summary>What came of one family's feedback, as the form sends it. Nothing ticked: it was not talked about.</summary>
public sealed class Talk
{
    public Guid ResponseId { get; set; }

    /// <summary>It stood on the form as not talked about yet.</summary>
    public bool Waiting { get; set; }

    public IList<SupervisionOutcomeKind> Kinds { get; set; } = [];

    public string? Because { get; set; }

    public bool HasSomething => Kinds.Count > 0 || Because is { Length: > 0 };

    /// <returns>What is wrong with the talks of one form, by the field's name.</returns>
    public static IEnumerable<(string Field, string Message)> ProblemsOf(IList<Talk> talks)
    {
        if (!talks.Any(talk => talk.HasSomething))
        {
            yield return (talks.Count == 0 ? "" : "Talks[0].Kinds", "Tick what came of at least one family’s feedback");
        }

        foreach (var (index, talk) in talks.Index())
        {
            if (talk.Problem() is var (field, message))
            {
                yield return ($"Talks[{index}].{field}", message);
            }
        }
    }

    public Talk Cleaned(bool waiting) => new()
    {
        ResponseId = ResponseId,
        Waiting = waiting,
        Kinds = Kinds,
        Because = WrittenText.Clean(Because) is { Length: > 0 } because ? because : null,
    };

    public void AddTo(SupervisionRecord record)
    {
        foreach (var kind in Kinds.Distinct())
        {
            record.Add(ResponseId, kind, kind == SupervisionOutcomeKind.NoAction ? Because : null);
        }
    }

    private (string Field, string Message)? Problem()
    {
        var noAction = Kinds.Contains(SupervisionOutcomeKind.NoAction);
        return Because?.Length switch
        {
            > SupervisionOutcome.BecauseMaxLength => (nameof(Because), $"The reason must be {SupervisionOutcome.BecauseMaxLength} characters or fewer"),
            > 0 when !noAction => (nameof(Because), "Tick “No action”, or take the reason away"),
            null or 0 when noAction => (nameof(Because), "Say why there is no action"),
            _ when noAction && Kinds.Distinct().Count() > 1 => (nameof(Kinds), "Tick either “No action” or what was done"),
            _ => null,
        };
    }
}
