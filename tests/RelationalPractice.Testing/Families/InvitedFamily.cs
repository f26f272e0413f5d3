using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Testing.Hosting;
using RelationalPractice.Web.Hosting;
using InvitedFamilyRow = RelationalPractice.Invitations.Family;

namespace RelationalPractice.Testing.Families;

/// <summary>A family with one person who can be written to, and what an invitation makes of them.</summary>
public sealed class InvitedFamily
{
    public required InvitedFamilyRow Row { get; init; }

    public required ContactPerson Person { get; init; }

    public Guid Id => Row.Id;

    /// <summary>Rows that are not kept yet.</summary>
    public static InvitedFamily New(
        PersonalDataProtector protector, ContactKey key, DateOnly startedOn, Guid? workerId = null, string? name = null, string? mobile = "07700 900 123",
        string? email = null, FamilyRole role = FamilyRole.Parent, ContactPerson? person = null)
    {
        name ??= $"Person {Guid.NewGuid():N}";
        var number = TelephoneNumber.Parse(mobile);
        var address = EmailAddress.Parse(email);
        person ??= new ContactPerson
        {
            Id = Guid.NewGuid(),
            Name = protector.Protect(name)!,
            NameHash = key.HashOfName(name),
            Mobile = protector.Protect(number?.International),
            MobileHash = number is null ? null : key.HashOf(number),
            Email = protector.Protect(address?.Address),
            EmailHash = address is null ? null : key.HashOf(address),
        };
        var family = new InvitedFamilyRow { Id = Guid.NewGuid(), WorkerId = workerId ?? SampleAuthority.WorkerId, StartedOn = startedOn };
        family.Add(new FamilyMember { FamilyId = family.Id, PersonId = person.Id, Role = role });
        return new InvitedFamily { Row = family, Person = person };
    }

    /// <summary>An invitation that went out on the day it fell due, and its code.</summary>
    public (Invitation Invitation, OutgoingMessage Message, PersonalCode Code) Invited(ContactKey key, DateOnly dueOn, Guid? id = null)
    {
        var invitation = Invitation.Of(
            id ?? Guid.NewGuid(), new InvitationDue(InvitationRound.Start, dueOn), Id, Person.Id, Person.Channel ?? MessageChannel.Sms, key, dueOn);
        var at = LocalTime.ToUtc(dueOn, new TimeOnly(9, 0));
        var words = InvitationTexts.Invitation("en", Row.Members[0].Role.Audience(), InvitationRound.Start);
        var message = OutgoingMessage.ToPerson(
            Guid.NewGuid(), OutgoingMessageKind.Invitation, invitation.Id, Person.Id, invitation.Channel, subject: null, words.Sms, at, at);
        message.State = OutgoingMessageState.Sent;
        message.SentAtUtc = at;
        return (invitation, message, key.CodeOf(invitation.Id));
    }
}

public static class InvitedFamilies
{
    public static async Task<ContactKey> ContactKeyAsync(this PracticeHost host) =>
        await host.WithAsync(async (AuthorityDetails authority) => (await authority.GetAsync()).ContactKey);
}
