using AngleSharp.Dom;

namespace RelationalPractice.Web.Tests.Supervision;

internal static class ShownWords
{
    /// <summary>The words of an element as they are read: spaces evened out.</summary>
    public static string Of(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
