using RelationalPractice.Anonymity;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Holds what was sent against what should have been. It reckons by itself: nothing here asks <see cref="Cadence"/>.</summary>
internal sealed class SimulationCheck(
    SimulatedFamilies families, IReadOnlyDictionary<Guid, Invitation> invitations, IReadOnlyList<TakenMessage> taken, ContactKey key, InvitationSettings settings, DateOnly first, DateOnly last)
{
    public const int AnswersAfterDays = 5;

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(LocalTime.Of(utc));

    private static DateOnly DayOf(TakenMessage message) => DayOf(message.AtUtc);

    public IEnumerable<string> Problems()
    {
        foreach (var twice in taken.GroupBy(message => (message.InvitationId, message.Kind)).Where(group => group.Count() > 1))
        {
            yield return $"{twice.Key.Kind} {twice.Key.InvitationId} was sent {twice.Count()} times";
        }

        var byPerson = taken.ToLookup(message => message.PersonId);
        foreach (var problem in families.People.SelectMany(person => OfPerson(person, [.. byPerson[person.Id].OrderBy(message => message.AtUtc)])))
        {
            yield return problem;
        }

        var byPlace = invitations.Values.ToLookup(invitation => (invitation.FamilyId, invitation.PersonId));
        foreach (var problem in families.Places.Where(place => place.Person.IsFree).SelectMany(place => OfFreePlace(place, [.. byPlace[(place.FamilyId, place.Person.Id)].OrderBy(i => i.DueOn)])))
        {
            yield return problem;
        }
    }

    private IEnumerable<string> OfPerson(SimulatedPerson person, IReadOnlyList<TakenMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Letter.To != person.Mobile.International) yield return $"{person.Id} was meant, and another number was written to";
            if (!message.Letter.Body.Contains(key.CodeOf(message.InvitationId).Value, StringComparison.Ordinal)) yield return $"{person.Id} was given a link that is not theirs";
            var (day, hour) = (DayOf(message), LocalTime.Of(message.AtUtc).Hour);
            if (day >= person.OptsOutOn) yield return $"{person.Id} was written to on {day} after stopping on {person.OptsOutOn}";
            if (day >= person.PausesOn && day < person.PausedUntil) yield return $"{person.Id} was written to on {day} in a pause from {person.PausesOn}";
            if (day != WorkingDays.After(day.AddDays(-1))) yield return $"{person.Id} was written to on {day}, no working day";
            if (hour is < 9 or >= 20) yield return $"{person.Id} was written to at {hour} o'clock";
            if (message.Kind == OutgoingMessageKind.Reminder && invitations[message.InvitationId].AnsweredOn <= day) yield return $"{person.Id} was reminded after answering";
        }

        foreach (var (before, after) in messages.Zip(messages.Skip(1)))
        {
            var apart = DayOf(after).DayNumber - DayOf(before).DayNumber;
            if (invitations[before.InvitationId].FamilyId != invitations[after.InvitationId].FamilyId && apart < 7) yield return $"{person.Id} was written to about two families within {apart} days";
        }

        foreach (var family in messages.Where(message => message.Kind == OutgoingMessageKind.Invitation).GroupBy(message => invitations[message.InvitationId].FamilyId))
        {
            if (family.Zip(family.Skip(1)).Any(pair => DayOf(pair.Second).DayNumber - DayOf(pair.First).DayNumber < 28)) yield return $"{person.Id} was invited twice within 28 days";
        }
    }

    private IEnumerable<string> OfFreePlace(SimulatedPlace place, IReadOnlyList<Invitation> made)
    {
        var wanted = DueDaysOf(place).Where(day => day >= first && day <= last).ToList();
        if (!made.Select(invitation => invitation.DueOn).SequenceEqual(wanted))
        {
            yield return $"{place} has invitations due on {string.Join(", ", made.Select(i => i.DueOn))}, not on {string.Join(", ", wanted)}";
        }

        var sentOn = taken.Where(message => message.PersonId == place.Person.Id && message.Kind == OutgoingMessageKind.Invitation)
            .DistinctBy(message => message.InvitationId).ToDictionary(message => message.InvitationId, DayOf);
        foreach (var invitation in made)
        {
            var expected = DateOnly.FromDateTime(LocalTime.Of(settings.SendingHours().Next(LocalTime.ToUtc(invitation.DueOn, new TimeOnly(6, 0)), place.Person.Hours)));
            if (expected <= last && (!sentOn.TryGetValue(invitation.Id, out var day) || day != expected))
            {
                yield return $"{place} should have been asked on {expected}, and was on {(sentOn.TryGetValue(invitation.Id, out var other) ? other : null)}";
            }
        }
    }

    private List<DateOnly> DueDaysOf(SimulatedPlace place)
    {
        var due = new List<DateOnly>();
        var end = place.EndsOn <= last ? place.EndsOn : null;
        if (place.StartedOn.AddDays(settings.FirstAfterDays) is var start && !(start > end)) due.Add(start);
        for (var months = place.IntervalMonths ?? settings.IntervalMonths; place.StartedOn.AddMonths(months) <= (end ?? last); months += place.IntervalMonths ?? settings.IntervalMonths)
        {
            due.Add(place.StartedOn.AddMonths(months));
        }

        if (end is { } ended) due.Add(ended.AddDays(settings.AfterEndWeeks * 7));
        return due;
    }
}
