using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.MyFeedback;

public static class MyFeedbackLinks
{
    public const string Replied = "replied";

    public static Missing Missing { get; } = new(
        "That is not here", "It may be about somebody else, or not released, or it may have been taken back.", List(), "Go to your feedback");

    public static string List(bool replied = false) => "/my-feedback" + (replied ? $"?{Replied}=yes" : "");

    public static string Feedback(Guid responseId) => $"/my-feedback/{responseId}";

    public static string Reply(Guid recordId) => $"/my-feedback/{recordId}/reply";
}
