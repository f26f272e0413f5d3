using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages;

/// <summary>The addresses of families' pages.</summary>
public static class FamilyLinks
{
    public const string Start = "/feedback/start";
    public const string Leaving = "/feedback/leaving";
    public const string How = "/feedback/how";
    public const string Who = "/feedback/who";
    public const string Check = "/feedback/check";
    public const string Sent = "/feedback/sent";
    public const string Code = "/feedback/code";
    public const string Withdraw = "/feedback/withdraw";
    public const string Leave = "/leave";
    public const string Help = "/help";
    public const string Interview = "/interview";
    public const string Privacy = "/privacy";
    public const string Cookies = "/cookies";
    public const string Accessibility = "/accessibility";

    /// <summary>The first page, by no link.</summary>
    public const string First = "/";

    /// <summary>Stands where the code of a link would, and can be none.</summary>
    public const string AnyCode = "all";

    private const string ChangingQuery = "?changing=true";

    public static string Question(string key) => $"/feedback/question/{key}";

    /// <summary>The page of help that comes before going on, after an answer that says somebody does not feel safe.</summary>
    public static string Support(string questionKey, bool changing = false) => $"/feedback/support/{questionKey}" + (changing ? ChangingQuery : "");

    public static string ByCode(string code) => $"/f/{code}";

    /// <summary>Where whoever got a personal link stops or pauses messages.</summary>
    public static string Messages(string personalCode) => $"/messages/{personalCode}";

    /// <param name="audience">Where the link leaves open who answers.</param>
    public static string Leaflet(string code, Audience? audience = null, string? language = null) => $"/leaflet/{code}" + QueryString.Create(
        new Dictionary<string, string?> { ["audience"] = audience is { } chosen ? AudienceSlug.Of(chosen) : null, ["language"] = language }.Where(field => field.Value is not null));

    public static string Logo(string version) => $"/leaflet/logo/{version}";

    /// <summary>A family's own page about its wish for an interview.</summary>
    public static string Appointment(string code) => $"{Interview}/{Uri.EscapeDataString(code)}";

    public static string MoveAppointment(string code) => $"{Appointment(code)}/move";

    public static string CancelAppointment(string code) => $"{Appointment(code)}/cancel";

    public static string AppointmentCalendar(string code) => $"{Appointment(code)}/calendar.ics";

    public static string To(SurveyStep step, bool changing = false)
    {
        var address = step.Kind switch
        {
            SurveyStepKind.How => How,
            SurveyStepKind.Who => Who,
            SurveyStepKind.Question => Question(step.QuestionKey!),
            _ => Check,
        };
        return changing && step.Kind != SurveyStepKind.Check ? address + ChangingQuery : address;
    }
}
