namespace Open311.Conformance.Posting;

/// <summary>Takes down every POST before it is sent and after it was answered, so that clean-up knows of it even when the run dies.</summary>
public interface IPostJournal
{
    /// <summary>A POST is about to be sent. Throws to keep it from being sent: what cannot be written down is not posted.</summary>
    void Sending(CreatedRecord record);

    /// <summary>It was answered, or was not.</summary>
    void Answered(CreatedRecord record);
}
