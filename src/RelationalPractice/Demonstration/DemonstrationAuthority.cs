using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using RelationalPractice.Identity;

namespace RelationalPractice.Demonstration;

/// <summary>The invented authority of authority.json: no real place, people, address or telephone number.</summary>
public sealed record DemonstrationAuthority(
    string Name,
    string Telephone,
    string Email,
    string FrontDoorTelephone,
    string OutOfHoursTelephone,
    string AdvocacyName,
    string AdvocacyTelephone,
    string ComplaintsEmail,
    IReadOnlyList<DemonstrationLink> Links,
    IReadOnlyList<DemonstrationAccount> Accounts,
    IReadOnlyList<DemonstrationArea> Areas)
{
    /// <summary>How far back its responses go.</summary>
    public const int Months = 24;

    public static DemonstrationAuthority Instance { get; } = Read();

    private static DemonstrationAuthority Read()
    {
        using var stream = DemonstrationFile.Open("authority.json");
        return JsonSerializer.Deserialize(stream, AuthorityJson.Default.DemonstrationAuthority)!;
    }
}

/// <param name="Audience">The slug of an audience; null asks who is answering.</param>
public sealed record DemonstrationLink(string Code, string Label, string? Audience);

/// <param name="Name">The part of the e-mail address before the @.</param>
public sealed record DemonstrationAccount(string Name, string DisplayName, Role Role)
{
    public const string Domain = "demo.example";

    [JsonIgnore]
    public string Email => $"{Name}@{Domain}";
}

public sealed record DemonstrationArea(string Name, string Code, IReadOnlyList<DemonstrationTeam> Teams);

/// <param name="Manager">Display name of the account that manages it, where there is one.</param>
public sealed record DemonstrationTeam(string Name, string Code, string? Manager, IReadOnlyList<DemonstrationWorker> Workers);

/// <param name="Pronoun">"she" or "he", for the words of families about this worker.</param>
/// <param name="Code">Of this worker's own link, where there is one.</param>
public sealed record DemonstrationWorker(string Name, string Pronoun, string? Code);

internal static class DemonstrationFile
{
    private const string Folder = "Demonstration/";

    private static readonly Assembly Home = typeof(DemonstrationFile).Assembly;

    public static Stream Open(string path) =>
        Home.GetManifestResourceStream(Folder + path) ?? throw new ArgumentException($"There is no demonstration file {path}.", nameof(path));

    /// <summary>Paths of the files whose path begins so, without the beginning.</summary>
    public static IEnumerable<string> Under(string beginning) => Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder + beginning, StringComparison.Ordinal))
        .Select(name => name[(Folder.Length + beginning.Length)..]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemonstrationAuthority))]
internal sealed partial class AuthorityJson : JsonSerializerContext;
