using RelationalPractice.Interviews;

namespace RelationalPractice.Web.Pages.Interviews.Wishes;

/// <summary>Free times to choose from.</summary>
public sealed record TimesField(IReadOnlyList<FreeTime> Times, Guid? Chosen)
{
    public const string Taken = "Somebody else has just taken that time. Choose another";
    public const string ChangedMeanwhile = "Somebody else changed this wish meanwhile. See what it is now";

    /// <summary>The field an error stands at; where no time is left there is none.</summary>
    public static string NameOn(IReadOnlyList<FreeTime> times) => times.Count > 0 ? "SlotId" : "";
}
