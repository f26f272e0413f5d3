using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Collation;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Databases;
using RelationalPractice.Testing.Html;
using RelationalPractice.Web.Tests.Staff;

namespace RelationalPractice.Web.Tests.Collation;

/// <summary>A site whose share of responses that are coded twice is all or none, so that a test knows which it has.</summary>
public abstract class CodingSite(TestDatabaseProvider provider, string share, string agreement = "true") : StaffSite(provider)
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Staff:RequireSecondFactor"] = "false",
        ["Collation:DoubleCodingShare"] = share,
        ["Collation:Agreement"] = agreement,
    };
}

public sealed class CodedOnceOnSqlite() : CodingSite(TestDatabaseProvider.Sqlite, "0");

public sealed class CodedOnceOnPostgreSql() : CodingSite(TestDatabaseProvider.PostgreSql, "0");

public sealed class CodedTwiceOnSqlite() : CodingSite(TestDatabaseProvider.Sqlite, "1");

public sealed class CodedTwiceOnPostgreSql() : CodingSite(TestDatabaseProvider.PostgreSql, "1");

/// <summary>Themes and codings for tests, and the coding page as a person uses it.</summary>
internal static class Codebook
{
    public const string Impact = "impact";

    public static string ButtonFor(string question) => $"Code {Responses.ParentCarer.Find(question)!.Label}";

    public static async Task<Theme> AddThemeAsync(this StaffSite site, string? name = null, string words = "", ThemeComponent component = ThemeComponent.Does)
    {
        var wording = new ThemeWording(name ?? $"Theme {Guid.NewGuid():N}", "Used in tests. Not elsewhere.", component, Attribute: null, words);
        var theme = ThemeSeeds.Of(wording, new Chance());
        await site.SaveAsync(theme);
        return theme;
    }

    public static Task<AnonymousResponse> ReceiveWordsAsync(this StaffSite site, string words, string question = Impact) =>
        site.ReceiveAnonymousAsync(answers: (question, AnswerValue.OfText(words)));

    public static async Task<Page> CodeAsync(this PageClient browser, Guid response, Theme theme, ThemeDirection direction = ThemeDirection.Positive, string words = "")
    {
        await browser.GetAsync($"/collation/{response}/theme");
        return await browser.SubmitAsync(ButtonFor(Impact), ("Words", words), ("ThemeName", theme.Name), ("Direction", direction.ToString()));
    }

    public static async Task<Page> SayDoneAsync(this PageClient browser, Guid response)
    {
        await browser.GetAsync($"/collation/{response}/theme");
        return await browser.SubmitAsync("The themes are done");
    }

    public static Task<List<Coding>> CodingsAsync(this StaffSite site, Guid response) =>
        site.InDatabaseAsync(db => db.Codings.AsNoTracking().Where(c => c.ResponseId == response).ToListAsync());

    public static Task<Theme> StoredAsync(this StaffSite site, Theme theme) => site.InDatabaseAsync(db => db.Themes.AsNoTracking().SingleAsync(t => t.Id == theme.Id));

    public static Task<List<ThemeChange>> HistoryAsync(this StaffSite site, Guid theme) =>
        site.InDatabaseAsync(db => db.ThemeChanges.AsNoTracking().Where(c => c.ThemeId == theme).ToListAsync());
}
