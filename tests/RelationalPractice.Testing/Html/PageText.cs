using AngleSharp.Dom;

namespace RelationalPractice.Testing.Html;

public static class PageText
{
    public static string Of(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
