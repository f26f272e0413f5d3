using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Links;

public static class SurveyLinkLinks
{
    public const string Size = "size";
    public const string Large = "large";

    public static Missing Missing { get; } = new(
        "That link is not here", "It is not one of ours, or it has been switched off and has nothing to print any more.", List(), "Go to the links");

    public static string List() => "/links";

    public static string Create() => "/links/create";

    public static string Details(Guid id) => $"/links/{id}";

    public static string Card(Guid id, bool large = false) => $"/links/{id}/card" + (large ? $"?{Size}={Large}" : "");

    public static string SwitchOff(Guid id) => $"/links/{id}/switch-off";

    public static string Qr(Guid id, string format) => $"/links/{id}/qr.{format}";
}
