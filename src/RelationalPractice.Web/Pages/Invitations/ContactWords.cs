using RelationalPractice.Invitations;
using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Pages.Invitations;

/// <summary>How staff pages name what is kept of families.</summary>
public static class ContactWords
{
    public static string Of(FamilyRole role) => role switch
    {
        FamilyRole.Parent => "Parent",
        FamilyRole.Carer => "Carer",
        FamilyRole.Relative => "Relative",
        FamilyRole.Friend => "Friend",
        FamilyRole.YoungPerson => "Young person",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    public static string Of(SafeHours hours) => hours switch
    {
        SafeHours.Any => "Any time that we send",
        SafeHours.Mornings => "Mornings, until noon",
        SafeHours.Afternoons => "Afternoons, from noon to five",
        SafeHours.Evenings => "Evenings, from five to eight",
        _ => throw new ArgumentOutOfRangeException(nameof(hours), hours, message: null),
    };

    public static string Of(ContactImportFate fate) => fate switch
    {
        ContactImportFate.NewFamily => "New family",
        ContactImportFate.NewPerson => "New person",
        ContactImportFate.Changed => "Changed",
        ContactImportFate.Unchanged => "Nothing new",
        ContactImportFate.Refused => "Not taken",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, message: null),
    };

    public static string Of(ContactField field) => field switch
    {
        ContactField.Reference => "Family’s reference",
        ContactField.Worker => "Social worker",
        ContactField.StartedOn => "Start of involvement",
        ContactField.EndedOn => "End of involvement",
        ContactField.Name => "Name of the person",
        ContactField.Role => "Role in the family",
        ContactField.Mobile => "Mobile number",
        ContactField.Email => "E-mail address",
        ContactField.Language => "Language",
        ContactField.DoNotText => "Do not text",
        ContactField.DoNotEmail => "Do not e-mail",
        ContactField.Hours => "Safe hours",
        ContactField.Note => "Note about reaching them safely",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
    };

    public static string Of(FamilyDone done) => done switch
    {
        FamilyDone.Added => "The family is added. Now add the people who may be asked.",
        FamilyDone.Changed => "The family is changed.",
        FamilyDone.Paused => "The pause is changed.",
        FamilyDone.PersonAdded => "The person is added.",
        FamilyDone.PersonKnown => "This person was known already, by the same name and number or address. They now have a place in this family too, and are asked about each family by itself.",
        FamilyDone.PersonChanged => "The person is changed.",
        FamilyDone.PersonRemoved => "The person is taken out of this family.",
        FamilyDone.OptedOut => "Nothing is sent to this person any more.",
        FamilyDone.Lifted => "Messages to this person may go out again.",
        _ => throw new ArgumentOutOfRangeException(nameof(done), done, message: null),
    };
}
