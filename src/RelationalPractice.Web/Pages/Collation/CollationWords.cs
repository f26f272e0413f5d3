using RelationalPractice.Collation;

namespace RelationalPractice.Web.Pages.Collation;

/// <summary>How the quality team's pages say what the model holds.</summary>
public static class CollationWords
{
    public static string Of(RedactionKind kind) => kind switch
    {
        RedactionKind.Name => "Name",
        RedactionKind.Telephone => "Telephone number",
        RedactionKind.Email => "E-mail address",
        RedactionKind.Address => "Address",
        RedactionKind.Postcode => "Postcode",
        RedactionKind.DateOfBirth => "Date of birth or other date",
        RedactionKind.CaseNumber => "Case number",
        RedactionKind.NhsNumber => "NHS number",
        RedactionKind.SocialHandle => "Account name",
        RedactionKind.School => "School",
        RedactionKind.Other => "Something else",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static string Of(MatchReason reason) => reason switch
    {
        MatchReason.SameName => "The same name",
        MatchReason.SameNameOtherOrder => "The same name in another order",
        MatchReason.SameFirstName => "The same first name",
        MatchReason.SameSurname => "The same surname",
        MatchReason.Nickname => "A short form of the name",
        MatchReason.SimilarSpelling => "A similar spelling",
        MatchReason.Beginning => "The beginning of the name",
        MatchReason.Initials => "The initials",
        MatchReason.Initial => "An initial",
        MatchReason.OtherOrder => "In another order",
        MatchReason.CameByTheirLink => "The family came by this worker’s link",
        MatchReason.CameByTheTeamsLink => "The family came by this team’s link",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    public static string Of(NotReleasable reason) => reason switch
    {
        NotReleasable.Anonymous => "It is anonymous. Anonymous feedback never reaches a worker or a manager: only themes and numbers go further.",
        NotReleasable.Withdrawn => "The family took it back.",
        NotReleasable.NotRead => "It has not been marked as read.",
        NotReleasable.WorkerNotMatched => "The worker has not been matched.",
        NotReleasable.WorkerNotKnown => "The worker is not known, so there is nobody to show it to.",
        NotReleasable.MoreThanOneWorker => "It speaks of more than one worker, so it would show one what is said of another.",
        NotReleasable.NothingToShow => "There is nothing in it that may be shown.",
        NotReleasable.RedactionNotDone => "Nobody has said that all that must be hidden is hidden, or something changed after that.",
        NotReleasable.SamePersonHidAndReleases => "You said yourself that all is hidden. The family gave no name, so a colleague must look at it and release it.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
    };

    public static string Of(RedactionDone done) => done switch
    {
        RedactionDone.Matched => "The worker is saved. Next, hide what must not be seen.",
        RedactionDone.Hidden => "Hidden.",
        RedactionDone.ShownAgain => "Shown again.",
        RedactionDone.Left => "Left as it is. It is not proposed again.",
        _ => throw new ArgumentOutOfRangeException(nameof(done), done, message: null),
    };
}

/// <summary>What was done just before the page that hides words is shown.</summary>
public enum RedactionDone
{
    Matched,
    Hidden,
    ShownAgain,
    Left,
}
