using RelationalPractice.Messaging;
using RelationalPractice.Web.Messaging;

namespace RelationalPractice.Testing.Invitations;

/// <summary>Takes messages and remembers all of them, as GOV.UK Notify does: it can be asked by reference what it has.</summary>
public sealed class SimulatedProvider(Killer killer, TimeProvider clock) : IMessageSender
{
    private readonly Lock _gate = new();
    private readonly List<TakenLetter> _taken = [];
    private readonly HashSet<Guid> _references = [];

    /// <summary>Only while nobody sends.</summary>
    public IReadOnlyList<TakenLetter> Taken => _taken;

    /// <summary>So often it had what it was asked about: the one who sent it had died before noting so.</summary>
    public int Found { get; private set; }

    public bool Takes(MessageChannel channel) => true;

    public Task<SendingAnswer> FindAsync(Guid reference)
    {
        killer.Step();
        lock (_gate)
        {
            if (!_references.Contains(reference))
            {
                return Task.FromResult(SendingAnswer.NotTaken);
            }

            Found++;
            return Task.FromResult(SendingAnswer.Taken);
        }
    }

    /// <summary>The one who sends may die before it has arrived, or after and before learning so.</summary>
    public Task<SendingAnswer> SendAsync(Letter letter)
    {
        killer.Step();
        lock (_gate)
        {
            _references.Add(letter.Id);
            _taken.Add(new TakenLetter(letter, clock.GetUtcNow().UtcDateTime));
        }

        killer.Step();
        return Task.FromResult(SendingAnswer.Taken);
    }
}

public sealed record TakenLetter(Letter Letter, DateTime AtUtc);

/// <summary>A letter with what its row says of it.</summary>
public sealed record TakenMessage(Letter Letter, OutgoingMessageKind Kind, Guid InvitationId, Guid PersonId, DateTime AtUtc)
{
    public static TakenMessage Of(TakenLetter taken, OutgoingMessage row) => new(taken.Letter, row.Kind, row.AboutId, row.PersonId!.Value, taken.AtUtc);
}
