namespace RelationalPractice.LoadTests.Http;

internal enum FieldKind
{
    Hidden,
    Line,
    Text,
    Radio,
    Button,
}

internal readonly record struct HtmlField(FieldKind Kind, string Name, string Value);

/// <summary>The form that a page is about. Reused from page to page.</summary>
internal sealed class HtmlForm
{
    public List<HtmlField> Fields { get; } = [];

    /// <summary>Null: the form is posted to its own page.</summary>
    public string? Action { get; set; }
}
