using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Invitations;

public static class FamiliesLinks
{
    public const string PageNumber = "page-number";
    public const string Done = "done";

    public static Missing Missing { get; } = new(
        "That family is not here", "It may be somebody else’s, or it may have been taken out.", List(), "Go to the families");

    public static Missing PersonMissing { get; } = new(
        "That person is not here", "They may be in somebody else’s family, or they may have been taken out.", List(), "Go to the families");

    public static string List(int page = 1) => "/invitations/families" + (page == 1 ? "" : $"?{PageNumber}={page}");

    public static string Create() => "/invitations/families/create";

    public static string Details(Guid familyId, FamilyDone? done = null) => $"/invitations/families/{familyId}" + (done is null ? "" : $"?{Done}={done}");

    public static string Change(Guid familyId) => $"/invitations/families/{familyId}/change";

    public static string Pause(Guid familyId) => $"/invitations/families/{familyId}/pause";

    public static string AddPerson(Guid familyId) => $"/invitations/families/{familyId}/people/create";

    public static string ChangePerson(Guid familyId, Guid personId) => $"/invitations/families/{familyId}/people/{personId}/change";

    public static string RemovePerson(Guid familyId, Guid personId) => $"/invitations/families/{familyId}/people/{personId}/remove";

    public static string OptOut(Guid familyId, Guid personId) => $"/invitations/families/{familyId}/people/{personId}/opt-out";

    public static string LiftOptOut(Guid familyId, Guid personId) => $"/invitations/families/{familyId}/people/{personId}/lift-opt-out";
}

/// <summary>What was just done, for the page that comes after it.</summary>
public enum FamilyDone
{
    Added,
    Changed,
    Paused,
    PersonAdded,
    PersonKnown,
    PersonChanged,
    PersonRemoved,
    OptedOut,
    Lifted,
}

public static class ImportLinks
{
    public const string TooLarge = "too-large";
    public const string Fate = "fate";
    public const string PageNumber = "page-number";
    public const string Still = "still";

    public static Missing Missing { get; } = new(
        "That file is not here", "It is not one of ours.", Upload(), "Go to reading in a file");

    public static string Upload(bool tooLarge = false) => "/invitations/import" + (tooLarge ? $"?{TooLarge}=true" : "");

    public static string Columns(Guid id) => $"/invitations/import/{id}/columns";

    public static string Details(Guid id, string? fate = null, int page = 1) =>
        $"/invitations/import/{id}" + (fate, page) switch
        {
            (null, 1) => "",
            (null, _) => $"?{PageNumber}={page}",
            _ => $"?{Fate}={fate}&{PageNumber}={page}",
        };

    /// <summary>The same, without looking again by itself.</summary>
    public static string DetailsStill(Guid id) => $"/invitations/import/{id}?{Still}=true";

    public static string Keep(Guid id) => $"/invitations/import/{id}/keep";

    public static string GiveUp(Guid id) => $"/invitations/import/{id}/give-up";
}
