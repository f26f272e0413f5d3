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

    /// <returns>The field's name within the talk and what is wrong with it, or null.</returns>
    public (string Field, string Message)? Problem()
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
}
