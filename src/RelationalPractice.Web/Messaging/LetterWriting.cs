using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Interviews;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Web.Hosting;
using RelationalPractice.Web.Pages;

namespace RelationalPractice.Web.Messaging;

/// <summary>Looks up, in the moment of sending, whether a message may go and where to, and writes its links into it.</summary>
public sealed class LetterWriting(PracticeDbContext db, PersonalDataProtector personalData, AuthorityDetails authority, SendingSetup setup, TimeProvider clock)
{
    public async Task<IReadOnlyList<PreparedMessage>> PrepareAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation)
    {
        var surroundings = await SurroundingsAsync(messages, cancellation);
        var prepared = new List<PreparedMessage>(messages.Count);
        foreach (var message in messages)
        {
            prepared.Add(await PrepareAsync(message, surroundings, cancellation));
        }

        return prepared;
    }

    private async Task<PreparedMessage> PrepareAsync(OutgoingMessage message, Surroundings surroundings, CancellationToken cancellation)
    {
        var person = message.PersonId is { } id ? surroundings.People.GetValueOrDefault(id) : null;
        var address = AddressOf(message, person, surroundings.Authority.ContactKey);
        var facts = FactsOf(message, person, surroundings) with
        {
            OptedOut = address is { Hash: var hash } && await db.OptOuts.AnyAsync(o => o.ContactHash == hash, cancellation),
        };
        var decision = SendingRules.Decide(facts, surroundings.Hours, clock.GetUtcNow().UtcDateTime);
        if (address is null)
        {
            return new PreparedMessage(message, decision.CancelBecause is null ? SendingDecision.Fail(WhyNot.NoAddress) : decision);
        }

        return setup.For(address.Channel) is { } sender
            ? new PreparedMessage(message, decision) { Sender = sender, Letter = Write(message, address, surroundings) }
            : new PreparedMessage(message, decision.CancelBecause is null ? SendingDecision.Fail(WhyNot.NoSender) : decision);
    }

    private Letter Write(OutgoingMessage message, Address address, Surroundings surroundings)
    {
        var key = surroundings.Authority.ContactKey;
        var body = message.Body;
        if (LinkOf(message, surroundings, key) is { } link)
        {
            body = body.Replace(OutgoingMessage.LinkPlace, setup.AddressOf(link), StringComparison.Ordinal);
        }

        body = body.Replace(OutgoingMessage.StopPlace, setup.AddressOf(FamilyLinks.Messages(key.CodeOf(message.AboutId).Value)), StringComparison.Ordinal);
        return new Letter(message.Id, address.Channel, address.To, message.Subject ?? $"A message from {surroundings.Authority.Name}", body);
    }

    private static string? LinkOf(OutgoingMessage message, Surroundings surroundings, ContactKey key) => message.Kind switch
    {
        OutgoingMessageKind.Invitation or OutgoingMessageKind.Reminder => FamilyLinks.ByCode(key.CodeOf(message.AboutId).Value),
        OutgoingMessageKind.InterviewBooked or OutgoingMessageKind.InterviewReminder or OutgoingMessageKind.InterviewCancelled
            when surroundings.Interviews.TryGetValue(message.AboutId, out var interview) => FamilyLinks.Appointment(key.CodeOf(interview.RequestId).Value),
        _ => null,
    };

    private static SendingFacts FactsOf(OutgoingMessage message, ContactPerson? person, Surroundings surroundings)
    {
        var facts = new SendingFacts { ExpiresAtUtc = message.ExpiresAtUtc, Safe = person?.Hours ?? SafeHours.Any, PausedUntil = person?.PausedUntil };
        if (person is not null)
        {
            facts = facts with { MayBeReachedSo = message.Channel == MessageChannel.Sms ? person.MayText : person.MayEmail };
        }

        return message.Kind switch
        {
            OutgoingMessageKind.Invitation or OutgoingMessageKind.Reminder => surroundings.Invitations.GetValueOrDefault(message.AboutId) is { } asked
                ? facts with
                {
                    Answered = asked.AnsweredOn is not null,
                    LastDay = asked.ExpiresOn,
                    PausedUntil = Later(facts.PausedUntil, asked.FamilyPausedUntil),
                }
                : facts with { NoLongerNeeded = true },
            OutgoingMessageKind.InterviewBooked or OutgoingMessageKind.InterviewReminder =>
                facts with { NoLongerNeeded = surroundings.Interviews.GetValueOrDefault(message.AboutId) is not { State: InterviewState.Booked } },
            _ => facts,
        };
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one > other || other is null ? one : other;

    private Address? AddressOf(OutgoingMessage message, ContactPerson? person, ContactKey key)
    {
        try
        {
            return message.PersonId is null ? AddressIn(personalData.Reveal(message.Contact), key)
                : message.Channel == MessageChannel.Sms ? TelephoneIn(personalData.Reveal(person?.Mobile), key)
                : EmailIn(personalData.Reveal(person?.Email), key);
        }
        catch (CryptographicException)
        {
            // Sealed under keys that are gone, or forgotten since.
            return null;
        }
    }

    private static Address? AddressIn(string? contact, ContactKey key) => TelephoneIn(contact, key) ?? EmailIn(contact, key);

    private static Address? TelephoneIn(string? text, ContactKey key) =>
        TelephoneNumber.Parse(text) is { TakesTexts: true } number ? new Address(MessageChannel.Sms, number.International, key.HashOf(number)) : null;

    private static Address? EmailIn(string? text, ContactKey key) =>
        EmailAddress.Parse(text) is { } email ? new Address(MessageChannel.Email, email.Address, key.HashOf(email)) : null;

    private async Task<Surroundings> SurroundingsAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellation)
    {
        var people = messages.Select(m => m.PersonId).OfType<Guid>().Distinct().ToList();
        var about = messages.Select(m => m.AboutId).Distinct().ToList();
        var settings = await db.InvitationSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? new InvitationSettings();
        return new Surroundings(
            await authority.GetAsync(),
            new SendingHours(settings.SendFromHour, settings.SendUntilHour),
            await db.ContactPeople.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation),
            await db.Invitations.Where(i => about.Contains(i.Id))
                .Join(db.Families, i => i.FamilyId, f => f.Id, (i, f) => new Asked(i.Id, i.AnsweredOn, i.ExpiresOn, f.PausedUntil))
                .ToDictionaryAsync(i => i.Id, cancellation),
            await db.Interviews.AsNoTracking().Where(i => about.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellation));
    }

    private sealed record Surroundings(
        AuthorityView Authority,
        SendingHours Hours,
        Dictionary<Guid, ContactPerson> People,
        Dictionary<Guid, Asked> Invitations,
        Dictionary<Guid, Interview> Interviews);

    private sealed record Asked(Guid Id, DateOnly? AnsweredOn, DateOnly ExpiresOn, DateOnly? FamilyPausedUntil);

    private sealed record Address(MessageChannel Channel, string To, byte[] Hash);
}

/// <summary>A message and what is to be done with it now. Sender and letter are there when we know where to and by whom, whatever the decision.</summary>
public sealed record PreparedMessage(OutgoingMessage Message, SendingDecision Decision)
{
    public IMessageSender? Sender { get; init; }

    public Letter? Letter { get; init; }
}
