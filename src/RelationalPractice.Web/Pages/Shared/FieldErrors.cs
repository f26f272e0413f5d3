using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RelationalPractice.Web.Pages.Shared;

/// <param name="Name">The field, or nothing for an error of the page as a whole.</param>
public sealed record FieldError(string Name, string Message);

public static class FieldErrors
{
    public static string? ErrorOf(this ModelStateDictionary modelState, string name) =>
        modelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>Each field's first error, in the order in which the page shows its fields; fields that are not named come last.</summary>
    public static IReadOnlyList<FieldError> ErrorsInOrder(this ModelStateDictionary modelState, IReadOnlyList<string> fields)
    {
        var places = fields.Index().ToDictionary(field => field.Item, field => field.Index, StringComparer.Ordinal);
        return
        [
            .. modelState
                .Where(entry => entry.Value is { Errors.Count: > 0 })
                .Select(entry => new FieldError(entry.Key, entry.Value!.Errors[0].ErrorMessage))
                .OrderBy(error => places.GetValueOrDefault(error.Name, fields.Count))
        ];
    }

    /// <summary>The ids for <c>aria-describedby</c>; null leaves the attribute out.</summary>
    public static string? Ids(params ReadOnlySpan<string?> ids)
    {
        var joined = string.Join(' ', ids.ToArray().OfType<string>());
        return joined.Length == 0 ? null : joined;
    }
}
