using Markdig;
using Microsoft.AspNetCore.Html;

namespace RelationalPractice.Web.Pages.Guidance;

public static class GuidanceHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Tags in the Markdown come out as text.</summary>
    public static IHtmlContent Of(string markdown) => new HtmlString(Markdown.ToHtml(markdown, Pipeline));
}
