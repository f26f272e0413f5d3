using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace RelationalPractice.Testing.Html;

/// <summary>Fills in a form of a page and presses one of its buttons, as a person could.</summary>
internal static class FormSubmission
{
    public static HttpRequestMessage Of(IDocument document, string buttonText, IReadOnlyList<(string Field, string? Value)> values)
    {
        var button = Button(document, buttonText);
        var form = (button as IHtmlButtonElement)?.Form ?? (button as IHtmlInputElement)?.Form
            ?? throw new InvalidOperationException($"The button '{buttonText}' belongs to no form.");
        foreach (var field in values.GroupBy(value => value.Field, value => value.Value, StringComparer.Ordinal))
        {
            Fill(form, field.Key, [.. field]);
        }

        var submission = form.GetSubmission(button)
            ?? throw new InvalidOperationException("A browser would not send this form: a field does not meet its own constraints.");
        var request = new HttpRequestMessage(new HttpMethod(submission.Method.ToString().ToUpperInvariant()), submission.Target.Href);
        if (request.Method != HttpMethod.Get)
        {
            request.Content = new StreamContent(submission.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(submission.MimeType!);
        }

        return request;
    }

    private static IHtmlElement Button(IDocument document, string text)
    {
        var buttons = document.QuerySelectorAll<IHtmlElement>("button, input[type=submit]").ToList();
        return buttons.SingleOrDefault(button => string.Equals(Name(button), text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{text}' on the page; it has: {string.Join(", ", buttons.Select(Name))}.");
    }

    private static string Name(IHtmlElement button) => button is IHtmlInputElement input ? input.Value : PageText.Of(button);

    private static void Fill(IHtmlFormElement form, string name, IReadOnlyList<string?> values)
    {
        var fields = form.Elements.Where(field => string.Equals(field.GetAttribute("name"), name, StringComparison.Ordinal)).ToList();
        switch (fields)
        {
            case [IHtmlInputElement { Type: "radio" or "checkbox" }, ..]:
                Choose(name, fields.Cast<IHtmlInputElement>().ToList(), values);
                break;
            case [IHtmlSelectElement select] when values is [var value]:
                var option = select.Options.SingleOrDefault(option => string.Equals(option.Value, value, StringComparison.Ordinal));
                (option ?? throw NotOffered(name, value)).IsSelected = true;
                break;
            case [IHtmlInputElement { Type: not "hidden" } input] when values is [var value]:
                input.Value = value ?? "";
                break;
            case [IHtmlTextAreaElement area] when values is [var value]:
                area.Value = value ?? "";
                break;
            default:
                throw new InvalidOperationException($"The form has no one field '{name}' that a person could fill in.");
        }
    }

    private static void Choose(string name, List<IHtmlInputElement> choices, IReadOnlyList<string?> values)
    {
        foreach (var choice in choices)
        {
            choice.IsChecked = values.Contains(choice.Value, StringComparer.Ordinal);
        }

        if (values.FirstOrDefault(value => value is not null && !choices.Exists(choice => string.Equals(choice.Value, value, StringComparison.Ordinal))) is { } missing)
        {
            throw NotOffered(name, missing);
        }
    }

    private static InvalidOperationException NotOffered(string name, string? value) => new($"The field '{name}' does not offer '{value}'.");
}
