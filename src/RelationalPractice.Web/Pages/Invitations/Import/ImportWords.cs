using RelationalPractice.Invitations;

namespace RelationalPractice.Web.Pages.Invitations.Import;

public static class ImportWords
{
    public static string Of(ContactImportState state) => state switch
    {
        ContactImportState.Uploaded => "The columns are to be chosen",
        ContactImportState.Checking => "Being looked through",
        ContactImportState.Checked => "Looked through, not kept yet",
        ContactImportState.Keeping => "Being kept",
        ContactImportState.Kept => "Kept",
        ContactImportState.GivenUp => "Given up: nothing was kept",
        ContactImportState.Failed => "Could not be read: nothing was kept",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
