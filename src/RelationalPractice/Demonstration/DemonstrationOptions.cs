namespace RelationalPractice.Demonstration;

/// <param name="Seed">The same number of responses and seed give the same families, words and scores within one month.</param>
/// <param name="Password">Of all demonstration accounts.</param>
/// <param name="Today">The demonstration's 24 months end with this day's month; what is still unread arrived just before it.</param>
public sealed record DemonstrationOptions(int Responses, int Seed, string Password, DateOnly Today)
{
    public const int DefaultResponses = 400;
    public const int DefaultSeed = 1;
    public const int ResponsesMax = 5_000_000;

    /// <summary>Known to everybody: production refuses it.</summary>
    public const string DefaultPassword = "relational-practice-demo";
}
