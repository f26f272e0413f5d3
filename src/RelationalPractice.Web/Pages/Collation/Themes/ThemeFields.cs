using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Collation;
using RelationalPractice.Data;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Hosting;

namespace RelationalPractice.Web.Pages.Collation.Themes;

/// <summary>What is written of a theme, as it was typed.</summary>
public sealed class ThemeFields
{
    public string? Name { get; set; }

    public string? Definition { get; set; }

    public string? Component { get; set; }

    public string? Attribute { get; set; }

    public string? Words { get; set; }

    public static ThemeFields Of(ThemeWording wording) => new()
    {
        Name = wording.Name,
        Definition = wording.Definition,
        Component = wording.Component.ToString(),
        Attribute = wording.Attribute,
        Words = wording.Words,
    };

    public void Clean()
    {
        Name = WrittenText.CleanLine(Name);
        Definition = WrittenText.Clean(Definition);
        Words = WrittenText.Clean(Words);
    }

    public ThemeWording Wording() => new(
        Name!, Definition!, Enum.Parse<ThemeComponent>(Component!), string.IsNullOrEmpty(Attribute) ? null : Attribute, Words ?? "");
}

public sealed class ThemeFieldsRules : AbstractValidator<ThemeFields>
{
    public ThemeFieldsRules(IReadOnlyList<ThemeAttribute> attributes)
    {
        RuleFor(f => f.Name)
            .NotEmpty().WithMessage("Give the theme a name")
            .MaximumLength(Theme.NameMaxLength).WithMessage($"The name must be {Theme.NameMaxLength} characters or fewer");
        RuleFor(f => f.Definition)
            .NotEmpty().WithMessage("Say when the theme is used and when it is not")
            .MaximumLength(Theme.DefinitionMaxLength).WithMessage($"The definition must be {Theme.DefinitionMaxLength} characters or fewer");
        RuleFor(f => f.Component)
            .Must(component => Enum.GetNames<ThemeComponent>().Contains(component, StringComparer.Ordinal)).WithMessage("Choose what the theme speaks of");
        RuleFor(f => f.Attribute)
            .Must(attribute => string.IsNullOrEmpty(attribute) || attributes.Any(a => a.Key == attribute)).WithMessage("Choose an attribute from the list, or none");
        RuleFor(f => f.Words)
            .MaximumLength(Theme.WordsMaxLength).WithMessage($"The words must be {Theme.WordsMaxLength} characters or fewer");
    }
}

/// <summary>A statement that families score, to which a theme can belong.</summary>
public sealed record ThemeAttribute(string Key, string Wording)
{
    public static async Task<IReadOnlyList<ThemeAttribute>> AllAsync(PracticeDbContext db, Questionnaires questionnaires, CancellationToken cancellation)
    {
        var all = new List<ThemeAttribute>();
        foreach (var id in await db.Questionnaires.Where(q => q.Current).OrderBy(q => q.Audience).ThenBy(q => q.Language).Select(q => q.Id).ToListAsync(cancellation))
        {
            var scored = (await questionnaires.GetAsync(id)).Questions.OfType<ScoredGroupQuestion>();
            all.AddRange(scored.SelectMany(question => question.Items.Select(item => new ThemeAttribute(item.Key, question.Sentence(item)))));
        }

        return [.. all.DistinctBy(attribute => attribute.Key, StringComparer.Ordinal)];
    }
}

/// <summary>What the fields of a theme need to be shown.</summary>
public sealed record ThemeFieldsView(ThemeFields Fields, IReadOnlyList<ThemeAttribute> Attributes)
{
    public static readonly IReadOnlyList<string> InOrder = ["Fields.Name", "Fields.Definition", "Fields.Component", "Fields.Attribute", "Fields.Words"];
}
