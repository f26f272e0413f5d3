using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Collation.Paper;

public static class PaperLinks
{
    public const string Done = "done";

    public static Missing Missing { get; } = new(
        "That paper form is not here", "A colleague has checked it or set it aside, or it is still being typed.", List(), "Go to the paper forms");

    public static Missing NoQuestionnaire { get; } = new(
        "Those questions are not here", "There is no published questionnaire at this address.", List(), "Go to the paper forms");

    public static string List(PaperDone? done = null) => "/collation/paper" + (done is null ? "" : $"?{Done}={done}");

    public static string Type(Guid questionnaireId) => $"/collation/paper/type/{questionnaireId}";

    public static string GoOn(Guid id) => $"/collation/paper/{id}/type";

    public static string Check(Guid id) => $"/collation/paper/{id}/check";

    public static string SetAside(Guid id) => $"/collation/paper/{id}/set-aside";
}

/// <summary>What was done with a paper form just now, for the list to say.</summary>
public enum PaperDone
{
    Saved,
    Typed,
    Checked,
    SetAside,
}
