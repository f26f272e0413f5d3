using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Interviews;

public static class InterviewLinks
{
    public const string Changed = "changed";

    public static Missing MissingWish { get; } = new(
        "That wish for an interview is not here", "The family may have taken it back, or it is over and forgotten.", List(), "Go to the interviews");

    public static Missing MissingInterview { get; } = new(
        "That interview is not here", "It is not one of yours, was cancelled, or has been sent. What was sent can be read by the quality team alone.", Mine(), "Go to your interviews");

    public static Missing MissingTime { get; } = new(
        "That time is not here", "It is not one of yours, was taken back, or has been booked.", Mine(), "Go to your interviews");

    public static string List() => "/interviews";

    public static string Ask() => "/interviews/ask";

    /// <param name="changed">Somebody else was first: the page says so.</param>
    public static string Wish(Guid id, bool changed = false) => $"/interviews/wishes/{id}" + (changed ? $"?{Changed}=true" : "");

    public static string Worker(Guid id) => $"/interviews/wishes/{id}/worker";

    public static string Book(Guid id) => $"/interviews/wishes/{id}/book";

    public static string Move(Guid id) => $"/interviews/wishes/{id}/move";

    public static string Cancel(Guid id) => $"/interviews/wishes/{id}/cancel";

    public static string NotCome(Guid id) => $"/interviews/wishes/{id}/not-come";

    public static string Mine() => "/interviews/mine";

    public static string Profile() => "/interviews/mine/profile";

    public static string Offer() => "/interviews/mine/offer";

    public static string TakeBack(Guid slotId) => $"/interviews/mine/times/{slotId}/take-back";

    public static string Begin(Guid id) => $"/interviews/{id}/begin";

    public static string Sheet(Guid id) => $"/interviews/{id}/sheet";

    /// <param name="changed">Another window changed an answer: the page says so.</param>
    public static string ReadBack(Guid id, bool changed = false) => $"/interviews/{id}/read-back" + (changed ? $"?{Changed}=true" : "");

    public static string Known(Guid id) => $"/interviews/{id}/known";

    public static string Send(Guid id) => $"/interviews/{id}/send";
}
