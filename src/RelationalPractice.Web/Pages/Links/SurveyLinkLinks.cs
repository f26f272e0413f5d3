using Microsoft.AspNetCore.Http.Extensions;
using RelationalPractice.Surveys;
using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

public static class SurveyLinkLinks
{
    public const string Size = "size";
    public const string Large = "large";
    public const string Yes = "yes";

    public static Missing Missing { get; } = new(
        "That link is not here", "It is not one of ours, or it has been switched off and has nothing to print any more.", List(), "Go to the links");

    public static string List() => "/links";

    public static string Create() => "/links/create";

    public static string Details(Guid id) => $"/links/{id}";

    public static string Card(Guid id, bool large = false) => $"/links/{id}/card" + (large ? $"?{Size}={Large}" : "");

    public static string Leaflet(Guid id, LeafletChoice? choice = null)
    {
        var query = new QueryBuilder();
        if (choice is not null)
        {
            query.Add("audience", AudienceSlug.Of(choice.Audience));
            query.Add("language", choice.Language);
            query.Add(Size, choice.IsA4 ? LeafletModel.A4 : "a5");
            if (choice.IsLarge)
            {
                query.Add(Large, Yes);
            }
        }

        return $"/links/{id}/leaflet" + query.ToQueryString();
    }

    /// <summary>The authority's own logo and paragraphs.</summary>
    public static string LeafletWords(bool saved = false) => "/links/leaflet-words" + (saved ? $"?saved={Yes}" : "");

    public static string PaperForm(Audience audience, string? size = null) =>
        $"/links/paper/{AudienceSlug.Of(audience)}" + (size is null ? "" : $"?{Size}={size}");

    public static string SwitchOff(Guid id) => $"/links/{id}/switch-off";

    public static string Qr(Guid id, string format) => $"/links/{id}/qr.{format}";
}
