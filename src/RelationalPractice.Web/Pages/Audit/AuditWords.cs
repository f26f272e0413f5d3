using RelationalPractice.Auditing;

namespace RelationalPractice.Web.Pages.Audit;

/// <summary>What each kind of entry says (docs/data/audit-events.md).</summary>
public static class AuditWords
{
    public static string Of(AuditEventKind kind) => kind switch
    {
        AuditEventKind.SignedIn => "Signed in",
        AuditEventKind.SignInRefused => "Was refused at signing in",
        AuditEventKind.SignedOut => "Signed out",
        AuditEventKind.ResponseOpened => "Opened a response",
        AuditEventKind.ResponseRead => "Marked a response as read",
        AuditEventKind.LinkCreated => "Made a link",
        AuditEventKind.LinkSwitchedOff => "Switched a link off",
        AuditEventKind.StaffCreated => "Made an account",
        AuditEventKind.RoleGiven => "Gave a role",
        AuditEventKind.SecondFactorSetUp => "Set up a second factor",
        AuditEventKind.ReadingLeft => "Stopped reading a response",
        AuditEventKind.TriageWordAdded => "Added a word that raises",
        AuditEventKind.TriageWordRemoved => "Removed a word that raises",
        AuditEventKind.ConcernEscalated => "Escalated a safeguarding concern",
        AuditEventKind.ConcernAddedTo => "Added to a safeguarding concern",
        AuditEventKind.ConcernClosed => "Closed a safeguarding concern",
        AuditEventKind.ComplaintWishRecorded => "Recorded a family’s wish about a complaint",
        AuditEventKind.WorkerMatched => "Said whom a response is about",
        AuditEventKind.WordsHidden => "Hid words",
        AuditEventKind.WordsShownAgain => "Showed hidden words again",
        AuditEventKind.ProposalDeclined => "Declined to hide what was proposed",
        AuditEventKind.RedactionDone => "Said that all that must be hidden is hidden",
        AuditEventKind.ThemeCoded => "Coded words with a theme",
        AuditEventKind.ThemeUncoded => "Took a theme away from words",
        AuditEventKind.ThemingDone => "Said that the themes are done",
        AuditEventKind.ThemeAdded => "Added a theme",
        AuditEventKind.ThemeChanged => "Changed a theme",
        AuditEventKind.ThemeMerged => "Merged a theme into another",
        AuditEventKind.ThemeSplit => "Split a theme",
        AuditEventKind.ThemeRetired => "Retired a theme",
        AuditEventKind.ThemeRestored => "Brought a theme back",
        AuditEventKind.ResponseReleased => "Released a response for supervision",
        AuditEventKind.ResponseWithheld => "Withheld a response",
        AuditEventKind.ReleaseCorrected => "Corrected a release",
        AuditEventKind.ReleaseUndone => "Took a release back",
        AuditEventKind.ReleasedFeedbackOpened => "Opened released feedback",
        AuditEventKind.SupervisionRecorded => "Recorded a supervision",
        AuditEventKind.SupervisionRepliedTo => "Replied to a supervision record",
        AuditEventKind.EntryRefused => "Asked for what is not theirs to see",
        AuditEventKind.AuditOpened => "Opened this log",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
