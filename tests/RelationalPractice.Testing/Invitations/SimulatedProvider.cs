using RelationalPractice.Messaging;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Takes messages and remembers all of them, as GOV.UK Notify does: it can be asked by reference what it has.</summary>
public sealed class SimulatedProvider(Killer killer)
{
    private readonly List<TakenMessage> _taken = [];
    private readonly HashSet<Guid> _references = [];

    public IReadOnlyList<TakenMessage> Taken => _taken;

    public bool Has(Guid reference) => _references.Contains(reference);

    /// <summary>The one who sends may die before it has arrived, or after and before learning so.</summary>
    public void Take(OutgoingMessage message, DateTime nowUtc)
    {
        killer.Step();
        _references.Add(message.Id);
        _taken.Add(new TakenMessage(message.Id, message.Kind, message.AboutId, message.PersonId!.Value, nowUtc));
        killer.Step();
    }
}

public sealed record TakenMessage(Guid Reference, OutgoingMessageKind Kind, Guid InvitationId, Guid PersonId, DateTime AtUtc);
