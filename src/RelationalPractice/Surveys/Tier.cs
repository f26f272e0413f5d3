using System.Text.Json.Serialization;

namespace RelationalPractice.Surveys;

/// <summary>How the person wants to be known; what each tier may keep is in docs/features/surveys.md.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tier>))]
public enum Tier
{
    Named,
    WorkerOnly,
    Anonymous,
}

public static class TierSlug
{
    public const string Named = "named";
    public const string WorkerOnly = "worker-only";
    public const string Anonymous = "anonymous";

    public static string Of(Tier tier) => tier switch
    {
        Tier.Named => Named,
        Tier.WorkerOnly => WorkerOnly,
        Tier.Anonymous => Anonymous,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, message: null),
    };

    public static Tier? Parse(string? slug) => slug switch
    {
        Named => Tier.Named,
        WorkerOnly => Tier.WorkerOnly,
        Anonymous => Tier.Anonymous,
        _ => null,
    };
}
