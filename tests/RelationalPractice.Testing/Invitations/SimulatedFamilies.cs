using RelationalPractice.Anonymity;
using RelationalPractice.Data;
using RelationalPractice.Invitations;
using RelationalPractice.Messaging;
using RelationalPractice.Surveys;
using RelationalPractice.Testing.Hosting;

namespace RelationalPractice.Testing.Invitations;

/// <summary>What happens to one person: set out before the first day, so that what must come of it can be reckoned without the product.</summary>
public sealed record SimulatedPerson(Guid Id, TelephoneNumber Mobile, SafeHours Hours, DateOnly? OptsOutOn, DateOnly? PausesOn, bool Answers, int Places)
{
    /// <summary>Nothing ever hinders an invitation to them.</summary>
    public bool IsFree => OptsOutOn is null && PausesOn is null && Places == 1;

    public DateOnly? PausedUntil => PausesOn?.AddMonths(MessagePeace.PauseMonths);
}

public sealed record SimulatedPlace(Guid FamilyId, SimulatedPerson Person, DateOnly StartedOn, DateOnly? EndsOn, int? IntervalMonths);

/// <summary>Families that begin, end, rest and stop at random over the time of a simulation, always the same for the same seed.</summary>
public sealed class SimulatedFamilies
{
    private SimulatedFamilies(IReadOnlyList<SimulatedPlace> places) => Places = places;

    public IReadOnlyList<SimulatedPlace> Places { get; }

    public IEnumerable<SimulatedPerson> People => Places.Select(place => place.Person).DistinctBy(person => person.Id);

    public static SimulatedFamilies Make(int families, DateOnly firstDay, int days, int seed)
    {
        var random = new Random(seed);
        var places = new List<SimulatedPlace>();
        for (var number = 0; number < families; number++)
        {
            var startedOn = firstDay.AddDays(random.Next(days * 6 / 10));
            var endsOn = random.Next(2) == 0 ? startedOn.AddDays(random.Next(days)) : (DateOnly?)null;
            var interval = random.Next(6) == 0 ? random.Next(InvitationSettings.ShortestInterval, InvitationSettings.LongestFamilyInterval + 1) : (int?)null;
            var familyId = NewId(random);
            places.Add(new SimulatedPlace(familyId, NewPerson(random, firstDay, days, places: number % 10 == 9 ? 2 : 1), startedOn, endsOn, interval));
            if (number % 10 == 0 && places.Count > 1)
            {
                // The last of the ten before has a place here too.
                if (places[^2].Person is { Places: 2 } person)
                {
                    places.Add(new SimulatedPlace(familyId, person, startedOn, endsOn, interval));
                }
            }
        }

        return new SimulatedFamilies([.. places.Select(place => place with { Person = place.Person with { Places = places.Count(other => other.Person.Id == place.Person.Id) } })]);
    }

    public async Task SaveAsync(PracticeDbContext db, IBulk bulk, ContactKey key, PersonalDataProtector protector, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await bulk.WriteAsync(db, People.Select(person => RowOf(person, key, protector)).OrderBy(person => bulk.Rank(person.Id)), cancellation);
        await bulk.WriteAsync(db, Places.DistinctBy(place => place.FamilyId).Select(RowOf).OrderBy(family => bulk.Rank(family.Id)), cancellation);
        await bulk.WriteAsync(db, Places.Select(place => new FamilyMember { FamilyId = place.FamilyId, PersonId = place.Person.Id, Role = FamilyRole.Parent }), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static SimulatedPerson NewPerson(Random random, DateOnly firstDay, int days, int places) => new(
        NewId(random),
        TelephoneNumber.Parse($"+447{random.NextInt64(300_000_000, 600_000_000)}")!,
        random.Next(4) == 0 ? (SafeHours)random.Next(1, 4) : SafeHours.Any,
        random.Next(8) == 0 ? firstDay.AddDays(random.Next(days)) : null,
        random.Next(10) == 0 ? firstDay.AddDays(random.Next(days)) : null,
        random.Next(4) == 0,
        places);

    private static ContactPerson RowOf(SimulatedPerson person, ContactKey key, PersonalDataProtector protector) => new()
    {
        Id = person.Id,
        Name = protector.Protect($"Person {person.Id:N}")!,
        NameHash = key.HashOfName($"Person {person.Id:N}"),
        Mobile = protector.Protect(person.Mobile.International),
        MobileHash = key.HashOf(person.Mobile),
        Hours = person.Hours,
    };

    private static Family RowOf(SimulatedPlace place) => new()
    {
        Id = place.FamilyId,
        WorkerId = SampleAuthority.WorkerId,
        StartedOn = place.StartedOn,
        IntervalMonths = place.IntervalMonths,
    };

    private static Guid NewId(Random random) => new(Bytes(random, 16));

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
