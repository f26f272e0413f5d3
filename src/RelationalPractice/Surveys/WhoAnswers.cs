namespace RelationalPractice.Surveys;

/// <summary>Who the person says they and their worker are.</summary>
public sealed record WhoAnswers(string? RespondentName, string? Contact, string? WorkerName)
{
    public static WhoAnswers None { get; } = new(RespondentName: null, Contact: null, WorkerName: null);

    /// <summary>What a tier may hold of this; the rest is forgotten the moment the tier is chosen.</summary>
    public WhoAnswers KeptFor(Tier tier) => tier switch
    {
        Tier.Named => this,
        Tier.WorkerOnly => None with { WorkerName = WorkerName },
        _ => None,
    };
}
