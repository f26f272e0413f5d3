using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RelationalPractice.Web.Pages.Shared;

public sealed record TextField(string Name, string Label, string? Value)
{
    public string? Hint { get; init; }
    public string Type { get; init; } = "text";
    public string? Autocomplete { get; init; }
    public string? InputMode { get; init; }
    public bool Spellcheck { get; init; }
}

public sealed record TextAreaField(string Name, string Label, string? Value)
{
    public string? Hint { get; init; }
    public int MaxLength { get; init; } = 5000;
    public int Rows { get; init; } = 8;

    /// <summary>Id of the wording above the box, where the label is only "Your answer".</summary>
    public string? DescribedBy { get; init; }
}

/// <summary>One choice among a few. Nothing is chosen until the person chooses.</summary>
public sealed record RadioField(string Name, string Legend, IReadOnlyList<RadioOption> Options, string? Chosen)
{
    public string? Hint { get; init; }

    /// <summary>The legend is the page's one h1.</summary>
    public bool IsHeading { get; init; }
}

public sealed record RadioOption(string Value, string Text, params IReadOnlyList<string> Hints);

/// <summary>Statements that are each given one of five points: as five radio groups, or as dials.</summary>
public sealed record ScaleField(IReadOnlyList<ScaledItem> Items, IReadOnlyList<ScaleChoice> Choices)
{
    /// <summary>Words before every statement ("My social worker"): seen once above them, heard with each.</summary>
    public string? Stem { get; init; }
}

public sealed record ScaledItem(string Name, Wording Wording, string? Chosen);

public sealed record ScaleChoice(string Value, string Label);

public static class FieldErrors
{
    public static string? ErrorOf(this ModelStateDictionary modelState, string name) =>
        modelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Every field's first error, in the order the page shows its fields; a name that is not given comes last.</summary>
    public static IReadOnlyList<FieldError> ErrorsInOrder(this ModelStateDictionary modelState, IReadOnlyList<string> order) =>
    [
        .. modelState
            .Where(entry => entry.Value is { Errors.Count: > 0 })
            .Select(entry => new FieldError(entry.Key, entry.Value!.Errors[0].ErrorMessage))
            .OrderBy(error => order.Contains(error.Name, StringComparer.Ordinal) ? order.ToList().IndexOf(error.Name) : int.MaxValue)
    ];
}

/// <param name="Name">Empty for an error of the page as a whole.</param>
public sealed record FieldError(string Name, string Message);
