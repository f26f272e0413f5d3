using System.Globalization;
using RelationalPractice.Supervision;
using RelationalPractice.Surveys;

namespace RelationalPractice.Web.Pages.Feedback;

/// <summary>Says to a family what came of what they wrote, in words that a child can read, and nothing of what staff wrote.</summary>
public static class OutcomeForFamily
{
    /// <summary>Named responses alone have a day to speak of.</summary>
    public static string TalkedAbout(SurveyResponse response) => response is NamedResponse { ReceivedOn: var day }
        ? $"Your social worker and their manager talked about what you wrote on {day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}."
        : "Your social worker and their manager talked about what you wrote.";

    public static string Of(SupervisionOutcomeKind kind) => kind switch
    {
        SupervisionOutcomeKind.Celebrated => "They were glad of what is going well for you, and want to keep it so.",
        SupervisionOutcomeKind.MeetingOffered => "They offered to meet you. You choose whether you want to.",
        SupervisionOutcomeKind.Training => "Your social worker will learn more about something you spoke of.",
        SupervisionOutcomeKind.WorkloadReviewed => "They looked at how much work your social worker has.",
        SupervisionOutcomeKind.OtherSupport => "Your social worker gets some more help with their work.",
        SupervisionOutcomeKind.NoAction => "They decided not to change anything for now. You can ask the quality team why.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
