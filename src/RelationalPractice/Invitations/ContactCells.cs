using System.Globalization;
using RelationalPractice.Messaging;

namespace RelationalPractice.Invitations;

/// <summary>What single cells of the case system's file mean. Each gives null for what it cannot be sure of. Pure.</summary>
public static class ContactCells
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    // The United Kingdom's order: 03/12/2026 is in December.
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "yyyyMMdd"];

    private static readonly string[] Times = ["H:mm", "H:mm:ss", "HH:mm:ss.fff", "HH:mm:ss'Z'", "h:mm tt", "h:mm:ss tt"];

    private static readonly Dictionary<string, FamilyRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["parent"] = FamilyRole.Parent,
        ["mother"] = FamilyRole.Parent,
        ["father"] = FamilyRole.Parent,
        ["mum"] = FamilyRole.Parent,
        ["dad"] = FamilyRole.Parent,
        ["step-parent"] = FamilyRole.Parent,
        ["stepmother"] = FamilyRole.Parent,
        ["stepfather"] = FamilyRole.Parent,
        ["adoptive parent"] = FamilyRole.Parent,
        ["birth parent"] = FamilyRole.Parent,
        ["carer"] = FamilyRole.Carer,
        ["foster carer"] = FamilyRole.Carer,
        ["kinship carer"] = FamilyRole.Carer,
        ["guardian"] = FamilyRole.Carer,
        ["special guardian"] = FamilyRole.Carer,
        ["relative"] = FamilyRole.Relative,
        ["grandparent"] = FamilyRole.Relative,
        ["grandmother"] = FamilyRole.Relative,
        ["grandfather"] = FamilyRole.Relative,
        ["aunt"] = FamilyRole.Relative,
        ["uncle"] = FamilyRole.Relative,
        ["cousin"] = FamilyRole.Relative,
        ["brother"] = FamilyRole.Relative,
        ["sister"] = FamilyRole.Relative,
        ["sibling"] = FamilyRole.Relative,
        ["wider family"] = FamilyRole.Relative,
        ["friend"] = FamilyRole.Friend,
        ["family friend"] = FamilyRole.Friend,
        ["young person"] = FamilyRole.YoungPerson,
        ["youngperson"] = FamilyRole.YoungPerson,
        ["child"] = FamilyRole.YoungPerson,
        ["son"] = FamilyRole.YoungPerson,
        ["daughter"] = FamilyRole.YoungPerson,
    };

    private static readonly Dictionary<string, SafeHours> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["any"] = SafeHours.Any,
        ["any time"] = SafeHours.Any,
        ["anytime"] = SafeHours.Any,
        ["morning"] = SafeHours.Mornings,
        ["mornings"] = SafeHours.Mornings,
        ["am"] = SafeHours.Mornings,
        ["only mornings"] = SafeHours.Mornings,
        ["afternoon"] = SafeHours.Afternoons,
        ["afternoons"] = SafeHours.Afternoons,
        ["pm"] = SafeHours.Afternoons,
        ["only afternoons"] = SafeHours.Afternoons,
        ["evening"] = SafeHours.Evenings,
        ["evenings"] = SafeHours.Evenings,
        ["only evenings"] = SafeHours.Evenings,
    };

    private static readonly Dictionary<string, string> Languages = KnownLanguages();

    /// <summary>A day as people or programs write it, with or without a time after it. Two digits are no year.</summary>
    public static DateOnly? Day(string text)
    {
        if (DateOnly.TryParseExact(text, Days, British, DateTimeStyles.None, out var day))
        {
            return day;
        }

        var gap = text.IndexOfAny(['T', ' ']);
        return gap > 0
            && TimeOnly.TryParseExact(text[(gap + 1)..], Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && DateOnly.TryParseExact(text[..gap], Days, British, DateTimeStyles.None, out day)
                ? day
                : null;
    }

    public static FamilyRole? Role(string text) => Roles.TryGetValue(text, out var role) ? role : null;

    public static SafeHours? HoursOf(string text) => Hours.TryGetValue(text, out var hours) ? hours : null;

    public static bool? YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" or "1" or "x" => true,
        "no" or "n" or "false" or "0" => false,
        _ => null,
    };

    /// <returns>The BCP 47 tag of a language, given by tag ("cy") or by its English name ("Welsh").</returns>
    public static string? Language(string text) => Languages.TryGetValue(text, out var tag) ? tag : null;

    /// <summary>Tag and English name of every language we can name, by name.</summary>
    public static IReadOnlyList<(string Tag, string Name)> AllLanguages { get; } =
        [.. Languages.Where(l => l.Key != l.Value).Select(l => (l.Value, l.Key)).OrderBy(l => l.Key, StringComparer.Ordinal)];

    private static Dictionary<string, string> KnownLanguages()
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.NeutralCultures)
            .Where(c => c.Name.Length is 2 or 3 && !c.EnglishName.Contains('(', StringComparison.Ordinal)).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            known.TryAdd(culture.EnglishName, culture.Name);
            known.TryAdd(culture.Name, culture.Name);
        }

        return known;
    }
}
