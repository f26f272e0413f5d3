namespace RelationalPractice.Web.Pages.Collation;

/// <summary>How an authority's quality team codes: <c>Collation:DoubleCodingShare</c> and <c>Collation:Agreement</c>.</summary>
public sealed class CodingSettings(IConfiguration configuration)
{
    public const double UsualShare = 0.2;

    /// <summary>Of all responses, those that are coded twice: from 0 to 1.</summary>
    public double DoubleCodingShare { get; } = Math.Clamp(configuration.GetValue("Collation:DoubleCodingShare", UsualShare), 0, 1);

    /// <summary>False for a team that works reflexively and wants no coefficient.</summary>
    public bool ShowsAgreement { get; } = configuration.GetValue("Collation:Agreement", defaultValue: true);
}
